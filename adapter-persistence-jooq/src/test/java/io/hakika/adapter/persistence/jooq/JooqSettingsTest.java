package io.hakika.adapter.persistence.jooq;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class JooqSettingsTest {

  private static TestDatabase database;

  @BeforeAll
  static void open() {
    database = TestDatabase.open();
  }

  @AfterAll
  static void close() {
    database.close();
  }

  private final JooqSettings settings = new JooqSettings(database.emptied().database());

  @Test
  void a_setting_is_made_once() {
    assertThat(settings.orMake("secret", () -> "first")).isEqualTo("first");
    assertThat(settings.orMake("secret", () -> "second")).isEqualTo("first");
    assertThat(settings.orMake("another", () -> "third")).isEqualTo("third");
  }

  @Test
  void however_many_make_it_at_once_all_get_the_same() {
    var made = new AtomicInteger();
    var everybodyMade = new CountDownLatch(8);
    var threads = Executors.newFixedThreadPool(8);
    var answers = new ArrayList<CompletableFuture<String>>();
    for (var count = 0; count < 8; count++) {
      answers.add(
          CompletableFuture.supplyAsync(
              () -> settings.orMake("secret", () -> madeWithAll(everybodyMade, made)), threads));
    }

    answers.forEach(one -> assertThat(one).succeedsWithin(30, TimeUnit.SECONDS));
    threads.shutdown();

    assertThat(made).hasValue(8);
    assertThat(new HashSet<>(answers.stream().map(CompletableFuture::join).toList())).hasSize(1);
  }

  /** Makes a value of its own once everybody else has begun to. */
  private static String madeWithAll(CountDownLatch all, AtomicInteger made) {
    all.countDown();
    try {
      assertThat(all.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return "made " + made.incrementAndGet();
  }
}
