package io.hakika.adapter.http.javalin;

import java.util.List;
import java.util.Map;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Keeps each listener to what it is for: whoever may reach one must not reach all. */
final class Listeners extends Handler.Wrapper {

  static final String API = "api";
  static final String CALLBACKS = "callbacks";
  static final String MANAGEMENT = "management";

  private static final Map<String, List<String>> SERVED =
      Map.of(
          API, List.of("/"),
          CALLBACKS, List.of("/callbacks/", "/health/"),
          MANAGEMENT, List.of("/health/"));

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    var name = request.getConnectionMetaData().getConnector().getName();
    var path = String.valueOf(request.getHttpURI().getPath());
    if (SERVED.getOrDefault(name, List.of()).stream().anyMatch(path::startsWith)) {
      return super.handle(request, response, callback);
    }
    Response.writeError(request, response, callback, 404);
    return true;
  }
}
