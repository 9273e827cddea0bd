package io.hakika.adapter.daraja.simulator;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends a callback once, on a connection of its own, to the very address that was judged.
 *
 * <p>On a socket, because both clients of the JDK do more than they are told: one keeps a thread
 * that nothing can end on Java 17, the other uses connections again that were to be closed, and may
 * send a POST twice.
 */
final class CallbackCaller {

  private static final Logger LOG = LoggerFactory.getLogger(DarajaSimulator.class);
  private static final int CONNECT_MILLIS = 5_000;
  private static final int HTTPS_PORT = 443;
  private static final int HTTP_PORT = 80;

  private final Reach reach;

  CallbackCaller(Reach reach) {
    this.reach = reach;
  }

  /**
   * What came of a callback.
   *
   * @param status the HTTP status, 0 without an answer
   * @param answer the start of the body, or what went wrong
   */
  record Reply(int status, String answer) {}

  Reply post(URI url, String shortCode, String body) {
    try {
      var addresses = InetAddress.getAllByName(url.getHost());
      var refusal = Neighbourhood.refusal(addresses, url.getHost(), reach);
      if (refusal != null) {
        LOG.warn("A callback to {} was not sent: {}", url.getHost(), refusal);
        return new Reply(0, refusal);
      }
      try (var socket = connect(url, addresses[0])) {
        socket.getOutputStream().write(request(url, shortCode, body));
        socket.getOutputStream().flush();
        return ReplyReader.read(socket);
      }
    } catch (IOException e) {
      return new Reply(0, e.toString());
    }
  }

  private static Socket connect(URI url, InetAddress address) throws IOException {
    var secure = url.getScheme().equalsIgnoreCase("https");
    var port = url.getPort() > 0 ? url.getPort() : secure ? HTTPS_PORT : HTTP_PORT;
    var socket = new Socket();
    try {
      socket.setTcpNoDelay(true);
      socket.connect(new InetSocketAddress(address, port), CONNECT_MILLIS);
      socket.setSoTimeout(CONNECT_MILLIS);
      return secure ? secured(socket, url.getHost(), port) : socket;
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  private static Socket secured(Socket plain, String host, int port) throws IOException {
    var factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
    var socket = (SSLSocket) factory.createSocket(plain, host, port, true);
    var parameters = socket.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    socket.setSSLParameters(parameters);
    socket.startHandshake();
    return socket;
  }

  /** Head and body as one, so that neither waits for the other on the way. */
  private static byte[] request(URI url, String shortCode, String body) {
    var path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
    var target = url.getRawQuery() == null ? path : path + "?" + url.getRawQuery();
    var head =
        """
        POST %s HTTP/1.1
        Host: %s
        Content-Type: application/json;charset=UTF-8
        Businessshortcode: %s
        Content-Length: %d
        Connection: close

        """
            .formatted(
                target,
                url.getRawAuthority(),
                shortCode,
                body.getBytes(StandardCharsets.UTF_8).length)
            .replace("\n", "\r\n");
    return (head + body).getBytes(StandardCharsets.UTF_8);
  }
}
