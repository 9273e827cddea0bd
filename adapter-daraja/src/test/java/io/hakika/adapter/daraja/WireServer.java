package io.hakika.adapter.daraja;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A server on a bare socket: it keeps every request byte for byte, and answers bytes, cuts, stalls
 * or says nothing, as it is told. Requests for tokens and all others are told apart.
 */
final class WireServer implements AutoCloseable {

  private final ServerSocket socket;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Queue<Request> requests = new ConcurrentLinkedQueue<>();
  private final Queue<Socket> open = new ConcurrentLinkedQueue<>();
  private final AtomicInteger connections = new AtomicInteger();
  private final AtomicInteger minted = new AtomicInteger();
  private final Deque<Reaction> tokenReactions = new ArrayDeque<>();
  private final Deque<Reaction> reactions = new ArrayDeque<>();

  private WireServer(ServerSocket socket) {
    this.socket = socket;
  }

  static WireServer start() {
    try {
      var server = new WireServer(new ServerSocket(0, 1000, InetAddress.getLoopbackAddress()));
      daemon(server::accept);
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + socket.getLocalPort());
  }

  /** Reacts so to the next posts, in order; to later ones as to the last. */
  void answers(Reaction... next) {
    script(reactions, next);
  }

  /** Reacts so to the next requests for a token, in order; to later ones with a new token. */
  void answersTokenRequests(Reaction... next) {
    script(tokenReactions, next);
  }

  private static void script(Deque<Reaction> script, Reaction... next) {
    synchronized (script) {
      script.clear();
      script.addAll(List.of(next));
    }
  }

  List<Request> posts() {
    return requests.stream().filter(request -> !request.asksForToken()).toList();
  }

  List<Request> tokenRequests() {
    return requests.stream().filter(Request::asksForToken).toList();
  }

  /** How many connections were made. */
  int connections() {
    return connections.get();
  }

  /** Whether the other side has closed every connection over which nothing more is read. */
  boolean abandonedAll() {
    return !open.isEmpty() && open.stream().allMatch(WireServer::abandoned);
  }

  private static boolean abandoned(Socket socket) {
    try {
      socket.setSoTimeout(1);
      return socket.isClosed() || socket.getInputStream().read() < 0;
    } catch (SocketTimeoutException e) {
      return false;
    } catch (IOException e) {
      return true;
    }
  }

  private void accept() {
    while (closing.getCount() > 0) {
      try {
        var client = socket.accept();
        client.setTcpNoDelay(true);
        open.add(client);
        var number = connections.incrementAndGet();
        daemon(() -> serve(client, number));
      } catch (IOException e) {
        break;
      }
    }
    closed.countDown();
  }

  private void serve(Socket client, int number) {
    try (client) {
      for (var request = read(client.getInputStream(), number);
          request != null;
          request = read(client.getInputStream(), number)) {
        requests.add(request);
        if (!reaction(request).to(request, new Line(client, closing))) {
          return;
        }
      }
    } catch (IOException e) {
      // The other side went away, as it may.
    }
  }

  private Reaction reaction(Request request) {
    if (request.asksForToken()) {
      synchronized (tokenReactions) {
        return tokenReactions.isEmpty()
            ? Reaction.token("token-" + minted.incrementAndGet())
            : tokenReactions.pop();
      }
    }
    synchronized (reactions) {
      return reactions.size() > 1 ? reactions.pop() : reactions.getFirst();
    }
  }

  private static Request read(InputStream in, int connection) throws IOException {
    var head = new ByteArrayOutputStream();
    var end = 0;
    while (end != 0x0D0A0D0A) {
      var next = in.read();
      if (next < 0) {
        return null;
      }
      head.write(next);
      end = end << 8 | next;
    }
    var text = head.toString(StandardCharsets.ISO_8859_1);
    var request = new Request(text, new byte[0], connection);
    var body = in.readNBytes(request.contentLength());
    return body.length < request.contentLength() ? null : new Request(text, body, connection);
  }

  private static void daemon(Runnable work) {
    var thread = new Thread(work, "wire-server");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() {
    closing.countDown();
    var all = new ArrayList<AutoCloseable>(open);
    all.add(socket);
    for (var each : all) {
      try {
        each.close();
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
    awaitClosed();
  }

  /** The system goes on to connect strangers until the thread that accepts them has let go. */
  private void awaitClosed() {
    try {
      if (!closed.await(30, TimeUnit.SECONDS)) {
        throw new IllegalStateException("the server still listens");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** One request as it came. */
  record Request(String head, byte[] body, int connection) {

    boolean asksForToken() {
      return head.startsWith("GET ") && head.contains("/oauth/v1/generate?");
    }

    String firstLine() {
      return head.substring(0, head.indexOf("\r\n"));
    }

    List<String> headers() {
      return head.lines().skip(1).filter(line -> !line.isEmpty()).sorted().toList();
    }

    String text() {
      return new String(body, StandardCharsets.UTF_8);
    }

    int contentLength() {
      return headers().stream()
          .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("content-length:"))
          .map(line -> Integer.parseInt(line.substring(15).strip()))
          .findFirst()
          .orElse(0);
    }
  }
}
