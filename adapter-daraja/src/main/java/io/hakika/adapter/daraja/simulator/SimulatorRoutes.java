package io.hakika.adapter.daraja.simulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which desk takes which request. */
final class SimulatorRoutes implements HttpHandler {

  private static final Logger LOG = LoggerFactory.getLogger(DarajaSimulator.class);

  private final World world;
  private final OAuthDesk tokens;
  private final PushDesk pushes;
  private final QueryDesk queries;

  SimulatorRoutes(World world, OAuthDesk tokens, PushDesk pushes, QueryDesk queries) {
    this.world = world;
    this.tokens = tokens;
    this.pushes = pushes;
    this.queries = queries;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    var request = Incoming.read(exchange);
    var reply = new Reply(exchange, world);
    try {
      serve(request, reply);
    } catch (RuntimeException e) {
      LOG.error("The simulator failed at {}", request.method(), e);
      reply.send(Answer.error(500, "500.003.1001", "Internal Server Error"));
    }
  }

  private void serve(Incoming request, Reply reply) {
    switch (request.path()) {
      case OAuthDesk.PATH -> tokens.serve(request, reply);
      case PushDesk.PATH -> pushes.serve(request, reply);
      case QueryDesk.PATH -> queries.serve(request, reply);
      case "/" -> reply.send(welcome());
      default -> reply.refuse("other", Rebuff.NOT_FOUND);
    }
  }

  /** For a person who opens the address in a browser. */
  private static Answer welcome() {
    var customers =
        Stream.of(Customer.values())
            .map(customer -> "  " + customer.digits() + "  " + customer.words())
            .collect(Collectors.joining("\n"));
    var text =
        """
        Hakika's Daraja simulator. No money moves here.

        GET  %s?grant_type=client_credentials
        POST %s
        POST %s

        The last two digits of PhoneNumber choose the customer (all others pay):

        %s
        """
            .formatted(OAuthDesk.PATH, PushDesk.PATH, QueryDesk.PATH, customers);
    return Answer.of(200, "text/plain;charset=UTF-8", text);
  }
}
