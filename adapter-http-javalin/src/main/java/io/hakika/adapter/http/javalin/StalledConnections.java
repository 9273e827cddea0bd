package io.hakika.adapter.http.javalin;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Closes connections on which no request becomes complete. A socket that sends a byte now and then
 * is never idle, and enough of them would take every place that there is; so what counts is how
 * long a whole request, headers and body, takes to arrive.
 *
 * <p>As a handler it stands behind the one that gathers bodies: what gets here is complete.
 */
final class StalledConnections extends Handler.Wrapper implements Connection.Listener {

  private final Map<Connection, Long> waitingSince = new ConcurrentHashMap<>();
  private final long longest;
  private final long pause;

  /** Closes what takes longer than {@code longest}, seen within a quarter of that. */
  StalledConnections(Duration longest) {
    this.longest = longest.toNanos();
    this.pause = longest.toMillis() / 4;
  }

  @Override
  protected void doStart() throws Exception {
    super.doStart();
    patrolSoon();
  }

  @Override
  public void onOpened(Connection connection) {
    waitingSince.put(connection, System.nanoTime());
  }

  @Override
  public void onClosed(Connection connection) {
    waitingSince.remove(connection);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    var connection = request.getConnectionMetaData().getConnection();
    if (waitingSince.remove(connection) != null) {
      Request.addCompletionListener(request, failure -> served(connection));
    }
    return super.handle(request, response, callback);
  }

  private void served(Connection connection) {
    if (connection.getEndPoint().isOpen()) {
      waitingSince.put(connection, System.nanoTime());
    }
  }

  private void patrol() {
    var now = System.nanoTime();
    waitingSince.forEach(
        (connection, since) -> {
          if (now - since > longest) {
            waitingSince.remove(connection);
            connection.getEndPoint().close();
          }
        });
    patrolSoon();
  }

  private void patrolSoon() {
    var scheduler = getServer().getScheduler();
    if (isRunning() || isStarting()) {
      scheduler.schedule(this::patrol, pause, TimeUnit.MILLISECONDS);
    }
  }
}
