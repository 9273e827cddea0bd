package io.hakika.adapter.daraja;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What the log tells, at every level, and what it must not. */
class QuietLogTest {

  private final Logger logger = (Logger) LoggerFactory.getLogger("io.hakika");
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private WireServer server;

  @BeforeEach
  void listen() {
    server = WireServer.start();
    log.start();
    logger.addAppender(log);
    logger.setLevel(Level.TRACE);
    logger.setAdditive(false);
  }

  @AfterEach
  void stop() {
    logger.setLevel(Level.ERROR);
    logger.setAdditive(true);
    logger.detachAppender(log);
    server.close();
  }

  @Test
  void no_secret_and_no_payer_is_logged_at_any_level() {
    server.answersTokenRequests(
        Reaction.json(400, Given.text("token/400.008.01.json")), Reaction.token("tok-en-1"));
    server.answers(
        Reaction.json(200, Given.text("push/accepted.json")),
        Reaction.json(200, Given.text("query/paid.json")),
        Reaction.json(404, Given.text("push/404.001.03.json")),
        Reaction.json(500, Given.text("push/merchant.json")),
        Reaction.hangUp());
    try (var daraja = Given.client(server)) {
      for (var i = 0; i < 3; i++) {
        daraja.stkPush(Given.push());
        daraja.stkQuery(Given.ID);
      }
    }

    assertThat(logged())
        .isNotEmpty()
        .doesNotContain("the-key", "the-secret", "the-passkey", "tok-en-1", "token-1")
        .doesNotContain("712345678", "abc123", "Basic ", "Bearer ");
  }

  @Test
  void refused_credentials_are_told_to_the_operator() {
    server.answersTokenRequests(Reaction.json(400, Given.text("token/400.008.01.json")));
    try (var daraja = Given.client(server)) {
      daraja.stkPush(Given.push());
    }

    assertThat(logged()).contains("Daraja refuses our consumer key and secret: 400.008.01");
  }

  private String logged() {
    return log.list.stream()
        .map(ILoggingEvent::getFormattedMessage)
        .collect(Collectors.joining("\n"));
  }
}
