package io.hakika.adapter.persistence.jooq;

import static org.assertj.core.api.Assertions.assertThat;

import io.hakika.domain.value.PaymentId;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whatever was acknowledged is there after the process was killed. */
@Timeout(120)
final class KillTest {

  private static final int ENOUGH = 100;
  private static final int MORE_THAN_IT_EVER_OPENS = 1_000_000;

  @TempDir private Path folder;

  /** A database of that name, with our tables in it. */
  private String migrated(String name) {
    var url = H2Url.safe("jdbc:h2:" + folder.resolve(name));
    try (var pool = TestDatabase.pool(url)) {
      Schema.migrate(pool);
    }
    Database.shutDown(url, "sa", "");
    return url;
  }

  private static Process start(String url) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Dorg.jooq.no-logo=true",
            "-Dorg.jooq.no-tips=true",
            "-cp",
            System.getProperty("java.class.path"),
            KilledProcess.class.getName(),
            url,
            Integer.toString(MORE_THAN_IT_EVER_OPENS))
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /** Reads so many acknowledgements, then kills the process, and reads what it said till then. */
  private static List<PaymentId> acknowledgedUntilKilled(Process process) throws Exception {
    var acknowledged = new ArrayList<PaymentId>();
    try (var out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII))) {
      for (var line = out.readLine(); line != null; line = out.readLine()) {
        if (line.length() == 30) {
          acknowledged.add(new PaymentId(line));
        }
        if (acknowledged.size() == ENOUGH) {
          // Not Process.destroyForcibly, which would also close what is left to read.
          process.toHandle().destroyForcibly();
        }
      }
    }
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    return acknowledged;
  }

  private static List<PaymentId> lost(String url, List<PaymentId> acknowledged) {
    try (var pool = TestDatabase.pool(url)) {
      var store = new JooqPaymentStore(Database.over(pool, Durability.PROCESS));
      return acknowledged.stream().filter(id -> store.find(id).isEmpty()).toList();
    } finally {
      Database.shutDown(url, "sa", "");
    }
  }

  @Test
  void nothing_that_was_acknowledged_is_lost_when_the_process_is_killed() throws Exception {
    var url = migrated("safe");

    var acknowledged = acknowledgedUntilKilled(start(url));

    assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(ENOUGH);
    assertThat(lost(url, acknowledged)).isEmpty();
  }

  @Test
  void this_test_would_see_a_loss() throws Exception {
    var lost = List.<PaymentId>of();
    // H2 may have written just before it was killed, by chance, but not again and again.
    for (var attempt = 1; lost.isEmpty() && attempt <= 5; attempt++) {
      var url = migrated("unsafe" + attempt);
      var acknowledged =
          acknowledgedUntilKilled(start(url.replace("WRITE_DELAY=0", "WRITE_DELAY=500")));
      lost = lost(url, acknowledged);
    }

    assertThat(lost).isNotEmpty();
  }

  @Test
  void a_second_process_on_the_same_file_hears_in_one_line_what_to_do() throws Exception {
    var url = migrated("held");
    var holder = start(url);
    try {
      assertThat(holder.inputReader().readLine()).isNotNull();

      assertThat(faultOfOpening(url)).contains("in use by another process").hasLineCount(1);
    } finally {
      holder.destroyForcibly();
      assertThat(holder.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }
  }

  private static String faultOfOpening(String url) {
    try (var pool = TestDatabase.pool(url)) {
      return "it was opened: " + pool;
    } catch (RuntimeException e) {
      return Database.explain(e);
    }
  }
}
