package io.hakika.adapter.http.javalin;

import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.Callback;

/**
 * Holds the stop of the server until every request has its answer. What still comes over a
 * connection that was open before is answered, too, and then the connection is closed: nobody sends
 * a callback twice, and whoever keeps connections for later cannot know that one is about to end.
 */
final class FinishingHandler extends GracefulHandler {

  @Override
  protected void handleShutdownRejection(Request request, Response response, Callback callback) {
    try {
      if (!getHandler().handle(request, response, callback)) {
        Response.writeError(request, response, callback, 404);
      }
    } catch (Exception e) {
      Response.writeError(request, response, callback, e);
    }
  }
}
