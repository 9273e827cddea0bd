package io.hakika.adapter.daraja.simulator;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The way back to one client, for one answer. */
final class Reply {

  private static final Logger LOG = LoggerFactory.getLogger(DarajaSimulator.class);
  private static final int NO_BODY = -1;

  private final HttpExchange exchange;
  private final World world;

  Reply(HttpExchange exchange, World world) {
    this.exchange = exchange;
    this.world = world;
  }

  /** Sends an answer as far as it gets. That the client has gone is no fault of ours. */
  void send(Answer answer) {
    try {
      if (answer.ending() == Answer.Ending.LOST) {
        exchange.close();
      } else {
        write(answer);
      }
    } catch (IOException e) {
      LOG.debug("A client has gone before its answer", e);
      exchange.close();
    }
  }

  /** Refuses a request, and writes it into the books. */
  void refuse(String path, Rebuff rebuff) {
    world
        .ledger()
        .write(
            new Ledger.Refused(
                world.now(), path, rebuff.status(), rebuff.code(), rebuff.message()));
    send(rebuff.answer());
  }

  private void write(Answer answer) throws IOException {
    var body =
        answer
            .body()
            .replace(Bodies.REQUEST_ID, world.ids().requestId())
            .getBytes(StandardCharsets.UTF_8);
    var whole = answer.ending() == Answer.Ending.WHOLE;
    answer.headers().forEach(exchange.getResponseHeaders()::set);
    if (body.length == 0 || exchange.getRequestMethod().equals("HEAD")) {
      exchange.sendResponseHeaders(answer.status(), NO_BODY);
    } else {
      exchange.sendResponseHeaders(answer.status(), body.length);
      exchange.getResponseBody().write(body, 0, whole ? body.length : body.length / 2);
      exchange.getResponseBody().flush();
    }
    if (answer.ending() == Answer.Ending.STALLED) {
      world.crew().after(world.options().delays().stall(), exchange::close);
    } else {
      exchange.close();
    }
  }
}
