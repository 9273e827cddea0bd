package io.hakika.application;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.hakika.application.fake.Replies;
import io.hakika.application.fake.Replies.PushReply;
import io.hakika.application.fake.ScriptedCallbackReader;
import io.hakika.application.port.driven.PaymentQueries.Filter;
import io.hakika.application.port.driven.PaymentStore.Entry;
import io.hakika.application.port.driving.ReceiveCallback.Delivery;
import io.hakika.application.port.driving.ReviewPayments.Outcome;
import io.hakika.application.port.driving.ReviewPayments.Resolution;
import io.hakika.domain.Evidence.PushAnswer;
import io.hakika.domain.value.PaymentId;
import io.hakika.domain.value.ProviderText;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing that people read, or that prints itself, shows a payer's number or opens a door. */
final class PrivacyTest {

  private final World world = new World();

  @AfterEach
  void close() {
    world.close();
  }

  private void showsNothingOf(PaymentId id, Object shown) {
    var order = world.payment(id).order();
    assertThat(shown.toString())
        .doesNotContain(order.phone().digits().substring(3))
        .doesNotContain(order.callbackToken().value())
        .doesNotContain(order.statusToken().value());
  }

  private static String words(Entry line) {
    return line.summary() + line.detail() + line.answer();
  }

  private static Stream<PushReply> talkativeReplies() {
    var words = new ProviderText("no luck with 254712345678 (ws_CO_24112026120000123712345678)");
    return Stream.of(
        Replies.accepted(),
        Replies.refused(),
        Replies.notSent(),
        Replies.unknown(),
        (names, at) -> new PushAnswer.Unknown(words, at));
  }

  @ParameterizedTest
  @MethodSource("talkativeReplies")
  void no_answer_to_a_push_shows_it(PushReply reply) {
    world.gateway.nextPushIs(reply);
    var request = world.request("ORD-1");
    var result = world.starts(request);
    var id = world.gateway.pushes().get(0).id();

    showsNothingOf(id, result);
    showsNothingOf(id, request);
    assertThat(world.timeline(id))
        .allSatisfy(
            line ->
                assertThat(words(line)).doesNotContain("712345678").doesNotContain("000000001"));
  }

  @Test
  void no_history_and_no_result_shows_it() {
    var id = world.opened("ORD-1");
    var callback = world.callbackOf(id);
    world.delivers(id, callback.noOutcome());
    world.delivers(id, callback.ofAnotherPush());
    world.delivers(id, world.payment(id).order().phone().digits().getBytes(UTF_8));
    world.passes(90);
    world.gateway.nextQueryIs(Replies.likelyFailure());
    world.sweeps();
    world.delivers(id, callback.cancelled());
    world.delivers(id, callback.success());
    var outcome = new Outcome.Paid(callback.receipt());
    var decided = new Resolution(id, outcome, "called 254" + digits(id), "amina", null);
    var resolved = world.hakika().reviews().resolve(decided);

    assertThat(world.timeline(id)).hasSizeGreaterThan(10);
    world.timeline(id).forEach(line -> showsNothingOf(id, words(line)));
    showsNothingOf(id, resolved);
    showsNothingOf(id, world.hakika().payments().list(Filter.ALL, 10, null));
    world.hakika().events().relay();
    showsNothingOf(id, world.listener.taken());
  }

  /** The payer's number without its country. */
  private String digits(PaymentId id) {
    return world.payment(id).order().phone().digits().substring(3);
  }

  @Test
  void nothing_that_a_callback_goes_through_shows_it() {
    var id = world.opened("ORD-1");
    var order = world.payment(id).order();
    var said = world.callbackOf(id).success();
    var body = ScriptedCallbackReader.bytesOf(said);

    showsNothingOf(id, new Delivery(order.callbackToken(), body, false));
    showsNothingOf(id, said);
    world.reader.breakNext(1);
    world.delivers(id, said);
    showsNothingOf(id, world.memory.claimKept(world.clock.instant(), Duration.ZERO, 1));
    showsNothingOf(id, world.faults);
    showsNothingOf(id, world.memory.find(id));
    showsNothingOf(id, List.of(world.hakika().recovery().weighKept()));
  }
}
