package io.hakika.adapter.daraja;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hakika.adapter.daraja.WireServer.Request;
import io.hakika.application.fake.TickingClock;
import io.hakika.domain.value.FailureCategory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One token for everybody, and what a missing one means for a push. */
class AccessTokensTest {

  private static final int CROWD = 20;

  private final TickingClock clock = TickingClock.at(Given.NIGHT);
  private final String accepted = Given.text("push/accepted.json");
  private final String tokenRefused = Given.text("push/404.001.03.json");
  private WireServer server;
  private DarajaClient daraja;

  @BeforeEach
  void start() {
    server = WireServer.start();
    server.answers(Reaction.json(200, accepted));
    daraja = DarajaClient.of(Given.config(server), clock);
  }

  @AfterEach
  void stop() {
    daraja.close();
    server.close();
  }

  // --- one token ---

  @Test
  void one_token_serves_many_calls() {
    pushes(5);

    assertThat(bearers()).hasSize(5).containsOnly("token-1");
    assertThat(server.tokenRequests()).hasSize(1);
  }

  @Test
  void twenty_threads_ask_for_one_token() throws Exception {
    var opened = new CountDownLatch(1);
    server.answersTokenRequests(Reaction.token("shared").once(opened));

    var results = together(() -> daraja.stkPush(Given.push()), opened);

    assertThat(results).hasSize(CROWD).allMatch(PushResult.Accepted.class::isInstance);
    assertThat(server.tokenRequests()).hasSize(1);
    assertThat(bearers()).hasSize(CROWD).containsOnly("shared");
  }

  @Test
  void twenty_threads_share_one_failure_to_get_a_token() throws Exception {
    var opened = new CountDownLatch(1);
    server.answersTokenRequests(Reaction.hangUp().once(opened), Reaction.hangUp().once(opened));

    var results = together(() -> daraja.stkPush(Given.push()), opened);

    assertThat(results).hasSize(CROWD).allMatch(PushResult.NotSent.class::isInstance);
    // The JDK repeats a GET whose connection dropped, once.
    assertThat(server.tokenRequests()).hasSizeLessThanOrEqualTo(2);
    assertThat(server.posts()).isEmpty();
  }

  @Test
  void merchants_of_one_oauth_client_share_its_token() {
    var till = daraja.forMerchant(Given.TILL);

    daraja.stkPush(Given.push());
    till.stkPush(Given.push());

    assertThat(bearers()).containsExactly("token-1", "token-1");
    assertThat(server.posts().get(1).text()).contains("CustomerBuyGoodsOnline");
  }

  // --- renewal in time ---

  @Test
  void a_token_is_renewed_a_minute_before_it_runs_out() {
    pushes(1);
    clock.passes(Duration.ofSeconds(3538));
    pushes(1);
    clock.passes(Duration.ofSeconds(1));
    pushes(1);

    assertThat(bearers()).containsExactly("token-1", "token-1", "token-2");
  }

  @ParameterizedTest
  @CsvSource({
    "'\"100\"', 90", "100, 90", "100.9, 90", "' 100 ', 90", "86400, 86340", "1, 0.9",
    "'\"\"', 3539", "null, 3539", "true, 3539", "'\"soon\"', 3539", "0, 3539", "-5, 3539",
    "0.4, 3539", "86401, 3539", "1e999999999, 3539", "[], 3539"
  })
  void any_spelling_of_a_life_is_understood_and_nonsense_counts_as_an_hour(
      String expiresIn, double usedForSeconds) {
    server.answersTokenRequests(
        Reaction.json(200, "{\"access_token\":\"short\",\"expires_in\":" + expiresIn + "}"));
    var life = Duration.ofMillis((long) (usedForSeconds * 1000));

    pushes(1);
    clock.passes(life.minusMillis(1));
    pushes(1);
    clock.passes(Duration.ofMillis(1));
    pushes(1);

    assertThat(bearers()).containsExactly("short", "short", "token-1");
  }

  @Test
  void a_missing_life_counts_as_an_hour() {
    server.answersTokenRequests(Reaction.json(200, "{\"access_token\":\"bare\"}"));

    pushes(1);
    clock.passes(Duration.ofSeconds(3538));
    pushes(1);

    assertThat(bearers()).containsExactly("bare", "bare");
  }

  // --- renewal on refusal ---

  @Test
  void a_refused_token_is_replaced_and_the_push_sent_again() {
    server.answers(Reaction.json(404, tokenRefused), Reaction.json(200, accepted));

    assertThat(daraja.stkPush(Given.push())).isInstanceOf(PushResult.Accepted.class);
    assertThat(bearers()).containsExactly("token-1", "token-2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"404.001.03.json", "fault-token.json"})
  void a_token_refused_twice_is_a_fault_of_the_configuration(String body) {
    server.answers(Reaction.json(404, Given.text("push/" + body)));

    assertThat(daraja.stkPush(Given.push()))
        .isInstanceOfSatisfying(
            PushResult.Refused.class,
            refused -> assertThat(refused.category()).isEqualTo(FailureCategory.CONFIGURATION));
    assertThat(server.posts()).hasSize(2);
    assertThat(server.tokenRequests()).hasSize(2);
  }

  @Test
  void whoever_was_refused_with_an_old_token_takes_the_new_one() throws Exception {
    // All push with token-1, all are refused, and only then does anybody get a new one.
    var allIn = new CountDownLatch(1);
    pushes(1);
    server.answers(
        (request, line) ->
            Reaction.json(
                    bearer(request).equals("token-1") ? 404 : 200,
                    bearer(request).equals("token-1") ? tokenRefused : accepted)
                .once(allIn)
                .to(request, line));
    var crowd = Executors.newFixedThreadPool(CROWD);
    try {
      var pushing = submitted(crowd, () -> daraja.stkPush(Given.push()));
      await().atMost(Given.PATIENT).until(() -> server.posts().size() == CROWD + 1);
      allIn.countDown();

      assertThat(outcomes(pushing)).allMatch(PushResult.Accepted.class::isInstance);
    } finally {
      crowd.shutdown();
    }
    assertThat(server.tokenRequests()).hasSize(2);
  }

  @Test
  void a_new_token_that_cannot_be_had_leaves_the_push_unsent() {
    server.answers(Reaction.json(404, tokenRefused));
    server.answersTokenRequests(Reaction.token("first"), Reaction.json(503, "down"));

    assertThat(daraja.stkPush(Given.push())).isInstanceOf(PushResult.NotSent.class);
    assertThat(server.posts()).hasSize(1);
  }

  // --- no token ---

  @ParameterizedTest
  @CsvSource({
    "400, token/400.008.01.json, REFUSED",
    "400, token/400.008.02.json, REFUSED",
    "401, token/401.002.01.json, REFUSED",
    "401, token/fault-client.json, REFUSED",
    "200, token/400.008.01.json, REFUSED",
    "429, token/fault-spike-arrest.json, THROTTLED",
    "500, token/spike-arrest.json, THROTTLED",
    "429, token/empty.txt, THROTTLED",
    "400, token/empty.txt, NOT_SENT",
    "401, token/empty.txt, NOT_SENT",
    "200, token/empty.txt, NOT_SENT",
    "500, token/500.json, NOT_SENT",
    "403, token/incapsula.html, NOT_SENT",
    "503, token/incapsula.html, NOT_SENT",
    "302, token/incapsula.html, NOT_SENT"
  })
  void what_a_missing_token_means_for_the_push(int status, String body, String outcome) {
    server.answersTokenRequests(Reaction.answer(status, "", Given.sample(body)));

    var result = daraja.stkPush(Given.push());

    assertThat(outcome(result)).isEqualTo(outcome);
    assertThat(server.posts()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"access_token\":\"\"}",
        "{\"access_token\":null}",
        "{\"access_token\":\"a b\"}",
        "{\"access_token\":\"a\\r\\nX-Injected: 1\"}",
        "{\"access_token\":\"k\u00e9y\"}",
        "{\"access_token\":[\"t\"]}",
        "{\"access_token\":\"t\",\"access_token\":\"u\"}",
        "{\"token\":\"t\"}",
        "[]",
        "{"
      })
  void what_is_no_token_is_not_sent_as_one(String body) {
    server.answersTokenRequests(Reaction.json(200, body));

    assertThat(daraja.stkPush(Given.push())).isInstanceOf(PushResult.NotSent.class);
    assertThat(server.posts()).isEmpty();
  }

  @Test
  void wrong_credentials_are_not_tried_in_a_storm() {
    var refusal = Reaction.json(400, Given.text("token/400.008.01.json"));
    server.answersTokenRequests(refusal, refusal, refusal, refusal, refusal, refusal);

    pushes(50);
    assertThat(server.tokenRequests()).hasSize(5);

    clock.passes(Duration.ofSeconds(1));
    pushes(50);
    assertThat(server.tokenRequests()).hasSize(6);

    clock.passes(Duration.ofSeconds(2));
    assertThat(daraja.stkPush(Given.push())).isInstanceOf(PushResult.Accepted.class);
  }

  @Test
  void credentials_that_were_put_right_work_at_once() {
    server.answersTokenRequests(Reaction.json(400, Given.text("token/400.008.01.json")));

    assertThat(daraja.stkPush(Given.push())).isInstanceOf(PushResult.Refused.class);
    assertThat(daraja.stkPush(Given.push())).isInstanceOf(PushResult.Accepted.class);
  }

  @Test
  void a_clock_that_is_set_back_costs_at_most_one_refused_call() {
    pushes(1);
    clock.passes(Duration.ofDays(-1));
    server.answers(Reaction.json(404, tokenRefused), Reaction.json(200, accepted));

    assertThat(daraja.stkPush(Given.push())).isInstanceOf(PushResult.Accepted.class);
  }

  private void pushes(int times) {
    for (var i = 0; i < times; i++) {
      daraja.stkPush(Given.push());
    }
  }

  private List<String> bearers() {
    return server.posts().stream().map(AccessTokensTest::bearer).toList();
  }

  private static String bearer(Request request) {
    return request.headers().stream()
        .filter(line -> line.startsWith("Authorization: Bearer "))
        .map(line -> line.substring("Authorization: Bearer ".length()))
        .findFirst()
        .orElseThrow();
  }

  private static String outcome(PushResult result) {
    if (result instanceof PushResult.NotSent notSent) {
      return notSent.throttled() ? "THROTTLED" : "NOT_SENT";
    }
    return result instanceof PushResult.Refused ? "REFUSED" : "ANOTHER";
  }

  /** Begins everything, opens once everybody waits, and gathers. */
  private static List<PushResult> together(Callable<PushResult> push, CountDownLatch opened)
      throws Exception {
    var threads = new ConcurrentLinkedQueue<Thread>();
    var crowd = Executors.newFixedThreadPool(CROWD, work -> remembered(work, threads));
    try {
      var pushing = submitted(crowd, push);
      await()
          .atMost(Given.PATIENT)
          .until(() -> threads.stream().filter(AccessTokensTest::waits).count() == CROWD);
      opened.countDown();
      return outcomes(pushing);
    } finally {
      crowd.shutdown();
    }
  }

  private static Thread remembered(Runnable work, Queue<Thread> threads) {
    var thread = new Thread(work);
    threads.add(thread);
    return thread;
  }

  private static boolean waits(Thread thread) {
    return thread.getState() == Thread.State.TIMED_WAITING;
  }

  private static List<Future<PushResult>> submitted(
      ExecutorService crowd, Callable<PushResult> push) {
    var pushing = new ArrayList<Future<PushResult>>();
    for (var i = 0; i < CROWD; i++) {
      pushing.add(crowd.submit(push));
    }
    return pushing;
  }

  private static List<PushResult> outcomes(List<Future<PushResult>> pushing)
      throws ExecutionException, InterruptedException {
    var results = new ArrayList<PushResult>();
    for (var each : pushing) {
      results.add(each.get());
    }
    return results;
  }
}
