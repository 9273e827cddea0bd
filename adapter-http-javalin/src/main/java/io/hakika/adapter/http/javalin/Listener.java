package io.hakika.adapter.http.javalin;

import java.io.IOException;
import java.net.BindException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.UnresolvedAddressException;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** A connector that says where it could not listen, and why: a service has up to three. */
final class Listener extends ServerConnector {

  Listener(Server server, HttpConfiguration speech) {
    super(server, new HttpConnectionFactory(speech));
  }

  @Override
  protected ServerSocketChannel openAcceptChannel() throws IOException {
    try {
      return super.openAcceptChannel();
    } catch (IOException e) {
      throw new IOException("cannot listen on " + getHost() + ":" + getPort() + ": " + why(e), e);
    }
  }

  private static String why(IOException fault) {
    var cause = fault.getCause() == null ? fault : fault.getCause();
    if (cause instanceof UnresolvedAddressException) {
      return "the host is unknown";
    }
    var reason = String.valueOf(cause.getMessage());
    return cause instanceof BindException && reason.contains("in use")
        ? "the address is taken"
        : reason;
  }
}
