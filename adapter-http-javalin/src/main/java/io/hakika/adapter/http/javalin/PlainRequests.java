package io.hakika.adapter.http.javalin;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Hides the headers by which Javalin would take a request for another one: an overridden method, or
 * a web socket, which nothing here offers.
 */
final class PlainRequests extends Handler.Wrapper {

  private static final String METHOD = "X-HTTP-Method-Override";
  private static final String WEB_SOCKET = "Sec-WebSocket-Version";

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    var headers = request.getHeaders();
    if (!headers.contains(METHOD) && !headers.contains(WEB_SOCKET)) {
      return super.handle(request, response, callback);
    }
    var plain = HttpFields.build(headers);
    plain.remove(METHOD);
    plain.remove(WEB_SOCKET);
    return super.handle(new Plain(request, plain.asImmutable()), response, callback);
  }

  private static final class Plain extends Request.Wrapper {

    private final HttpFields headers;

    Plain(Request wrapped, HttpFields headers) {
      super(wrapped);
      this.headers = headers;
    }

    @Override
    public HttpFields getHeaders() {
      return headers;
    }
  }
}
