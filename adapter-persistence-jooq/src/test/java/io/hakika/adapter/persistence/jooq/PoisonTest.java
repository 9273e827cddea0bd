package io.hakika.adapter.persistence.jooq;

import static io.hakika.application.fake.PaymentFixture.NOON;
import static io.hakika.application.fake.PaymentFixture.aPayment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.hakika.application.fake.PaymentFixture;
import io.hakika.application.fake.Stage;
import io.hakika.application.fake.Walk;
import io.hakika.application.port.driven.PaymentStore.Work;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** A row that cannot be read harms nobody but itself, and is not passed over in silence. */
final class PoisonTest {

  private static final Instant LATER = NOON.plus(Duration.ofDays(1));
  private static final Duration LEASE = Duration.ofSeconds(30);

  private static TestDatabase database;

  private final ListAppender<ILoggingEvent> said = new ListAppender<>();
  private final Logger log = (Logger) LoggerFactory.getLogger(Claims.class);

  private PaymentFixture poisoned;
  private PaymentFixture sound;

  @BeforeAll
  static void open() {
    database = TestDatabase.open();
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @BeforeEach
  void poison() {
    var walk = new Walk(database.emptied().stores().store());
    poisoned = aPayment();
    sound = aPayment();
    walk.to(Stage.SUBMITTED, poisoned);
    walk.to(Stage.SUBMITTED, sound);
    log.setAdditive(false);
    log.addAppender(said);
    said.start();
  }

  @AfterEach
  void listenNoMore() {
    log.detachAppender(said);
    log.setAdditive(true);
  }

  @Test
  void due_work_goes_on_around_it() {
    database.execute("update hk_payment set metadata = '7' where id = '" + poisoned.id() + "'");

    var claimed = database.stores().store().claimDue(Work.RECOVERY, LATER, LEASE, 8);

    assertThat(claimed)
        .singleElement()
        .satisfies(one -> assertThat(one.payment().id()).isEqualTo(sound.id()));
    assertThat(said.list)
        .singleElement()
        .asString()
        .contains("column metadata of payment " + poisoned.id());
  }

  @Test
  void telling_goes_on_around_it() {
    database.execute(
        "update hk_event set checkout_stored = 'v9:x' where payment_id = '" + poisoned.id() + "'");

    var claimed = database.stores().events().claim(LATER, LEASE, 8);

    assertThat(claimed)
        .singleElement()
        .satisfies(one -> assertThat(one.event().payment()).isEqualTo(sound.id()));
    assertThat(said.list).singleElement().asString().contains(poisoned.id().value());
  }

  @Test
  void whoever_asks_for_it_hears_why_it_cannot_be_shown() {
    database.execute("update hk_payment set metadata = '7' where id = '" + poisoned.id() + "'");

    assertThatThrownBy(() -> database.stores().queries().details(poisoned.id()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("column metadata of payment " + poisoned.id());
  }
}
