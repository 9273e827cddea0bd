package io.hakika.adapter.http.javalin;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.router.Endpoint;

/**
 * Every address, on one page. {@code HEAD} is asked like {@code GET}, so that it needs the same key
 * and tells the same truth.
 */
final class Routes {

  private static final String PAYMENTS = "/v1/payments";
  private static final String PAYMENT = "/v1/payments/{id}";

  private final RoutesConfig routes;

  private Routes(RoutesConfig routes) {
    this.routes = routes;
  }

  static void add(RoutesConfig routes, Parts parts) {
    var table = new Routes(routes);
    table.api(parts);
    table.post(
        "/callbacks/stk/{token}",
        Serving.on(parts.lanes().callbacks(), parts.callbacks()::receive));
    table.get("/health/live", Serving.atOnce(parts.health()::live));
    table.get("/health/ready", Serving.atOnce(parts.health()::ready));
    table.get("/health/callbacks", Serving.atOnce(parts.health()::callbacks));
  }

  private void api(Parts parts) {
    var ports = parts.ports();
    var http = parts.http();
    var gate = new Gate(http);
    var lanes = parts.lanes();
    var checkouts = new CheckoutRoutes(ports.checkout(), gate, http);
    var payments = new PaymentRoutes(ports.payments(), gate, http);
    var recovery = new RecoveryRoutes(ports, gate, http);
    var reviews = new ReviewRoutes(ports, gate, http);
    getAndPost(
        PAYMENTS,
        Serving.on(lanes.database(), payments::list),
        Serving.on(lanes.daraja(), checkouts::start));
    // Before the payments, because no id is spelled "search".
    post(PAYMENTS + "/search", Serving.on(lanes.database(), payments::search));
    get(PAYMENT, Serving.on(lanes.database(), payments::one));
    get(PAYMENT + "/timeline", Serving.on(lanes.database(), payments::timeline));
    post(PAYMENT + "/recover", Serving.on(lanes.daraja(), recovery::recover));
    post(PAYMENT + "/resolution", Serving.on(lanes.database(), reviews::resolve));
  }

  private void get(String path, Handler handler) {
    add(HandlerType.GET, path, handler);
    add(HandlerType.HEAD, path, handler);
    options(path, "GET, HEAD, OPTIONS");
  }

  private void post(String path, Handler handler) {
    add(HandlerType.POST, path, handler);
    options(path, "OPTIONS, POST");
  }

  private void getAndPost(String path, Handler get, Handler post) {
    add(HandlerType.GET, path, get);
    add(HandlerType.HEAD, path, get);
    add(HandlerType.POST, path, post);
    options(path, "GET, HEAD, OPTIONS, POST");
  }

  private void options(String path, String allowed) {
    add(
        HandlerType.OPTIONS,
        path,
        Serving.atOnce(ctx -> Reply.empty(204).header("Allow", allowed)));
  }

  private void add(HandlerType method, String path, Handler handler) {
    routes.addEndpoint(Endpoint.create(method, path).handler(handler));
  }

  /** What the routes are made of. */
  record Parts(
      Ports ports, HttpConfig http, Lanes lanes, CallbackRoutes callbacks, HealthRoutes health) {}
}
