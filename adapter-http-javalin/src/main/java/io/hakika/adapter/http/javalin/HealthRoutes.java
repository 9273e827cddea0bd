package io.hakika.adapter.http.javalin;

import io.hakika.adapter.http.javalin.body.HealthBody;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;

/** Says how the service is, to whoever routes traffic: {@code GET /health/…}. */
final class HealthRoutes {

  private final Health health;
  private volatile boolean stopping;

  HealthRoutes(Health health) {
    this.health = health;
  }

  /** From now on the service is not ready. */
  void stopping() {
    stopping = true;
  }

  /** The process runs, and its threads are not all taken. */
  Reply live(Context ctx) {
    return Reply.json(200, HealthBody.UP);
  }

  /** Whether to send requests here. */
  Reply ready(Context ctx) {
    var failed = new ArrayList<>(health.failedParts());
    if (stopping) {
      failed.add("shutdown");
    }
    return failed.isEmpty() ? Reply.json(200, HealthBody.UP) : down(failed);
  }

  /** Whether to send callbacks here: as long as one can be kept, whatever else is broken. */
  Reply callbacks(Context ctx) {
    return health.keepsCallbacks() ? Reply.json(200, HealthBody.UP) : down(List.of("callbacks"));
  }

  private static Reply down(List<String> failed) {
    return Reply.json(503, HealthBody.down(failed)).header("Retry-After", "5");
  }
}
