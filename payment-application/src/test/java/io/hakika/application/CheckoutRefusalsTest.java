package io.hakika.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hakika.application.fake.Replies;
import io.hakika.application.port.driven.PaymentQueries.Filter;
import io.hakika.application.port.driven.PaymentStore.PhoneRules;
import io.hakika.application.port.driving.StartCheckout.Request;
import io.hakika.application.port.driving.StartCheckout.Result;
import io.hakika.domain.PaymentStatus;
import io.hakika.domain.Submitted;
import io.hakika.domain.value.AccountReference;
import io.hakika.domain.value.MerchantAccount;
import io.hakika.domain.value.Metadata;
import io.hakika.domain.value.Msisdn;
import io.hakika.domain.value.OrderId;
import io.hakika.domain.value.PaymentId;
import io.hakika.domain.value.Shillings;
import io.hakika.domain.value.TransactionDesc;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Which requests are refused, with what, in which order; and which mean the same. */
final class CheckoutRefusalsTest {

  private static final Request FULL =
      new Request(
          "shop",
          "key-1",
          new OrderId("ORD-1"),
          new Msisdn("254712345678"),
          new Shillings(1500),
          MerchantAccount.DEFAULT,
          new AccountReference("ORD-1"),
          new TransactionDesc("Two tickets"),
          new Metadata(Map.of("cart", "77")),
          null);

  private final World world = new World();

  @AfterEach
  void close() {
    world.close();
  }

  private void nothingCameOf(Runnable attempt) {
    var stored = world.hakika().payments().list(Filter.ALL, 100, null).data();
    var pushes = world.gateway.pushes();
    attempt.run();
    assertThat(world.hakika().payments().list(Filter.ALL, 100, null).data()).isEqualTo(stored);
    assertThat(world.gateway.pushes()).isEqualTo(pushes);
  }

  @ParameterizedTest
  @MethodSource
  void an_idempotency_key_is_1_to_255_visible_characters(String key) {
    nothingCameOf(
        () ->
            assertThat(world.hakika().checkout().start(FULL.withKey(key)))
                .isInstanceOfSatisfying(
                    Result.Invalid.class,
                    refused -> assertThat(refused.field()).isEqualTo("idempotencyKey")));
  }

  static Stream<String> an_idempotency_key_is_1_to_255_visible_characters() {
    return Stream.of("", "two words", "tab\t", "k".repeat(256), "caf\u00e9");
  }

  @Test
  void the_longest_idempotency_key_is_taken() {
    assertThat(world.hakika().checkout().start(FULL.withKey("k".repeat(255))))
        .isInstanceOf(Result.Started.class);
  }

  @Test
  void what_a_request_lacks_is_named() {
    assertThatThrownBy(() -> Request.of(FULL.orderId(), null, FULL.amount()))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("phone");
  }

  private void limited(PhoneRules rules) {
    var wait = CheckoutRules.STANDARD.checkoutWait();
    world.with(world.builder().rules(new CheckoutRules(new Shillings(250_000), wait, rules)));
  }

  private static Request onAccount(Request like, String account) {
    return new Request(
        like.client(),
        like.idempotencyKey(),
        like.orderId(),
        like.phone(),
        like.amount(),
        new MerchantAccount(account),
        like.accountReference(),
        like.description(),
        like.metadata(),
        like.supersedes());
  }

  private static Request superseding(Request like, @Nullable PaymentId stuck) {
    return new Request(
        like.client(),
        like.idempotencyKey(),
        like.orderId(),
        like.phone(),
        like.amount(),
        like.account(),
        like.accountReference(),
        like.description(),
        like.metadata(),
        stuck);
  }

  @Test
  void an_account_without_credentials_is_refused_by_name() {
    nothingCameOf(
        () ->
            assertThat(world.starts(onAccount(FULL, "shop-2")))
                .isEqualTo(new Result.Invalid("account", "there is no account shop-2")));
  }

  @Test
  void more_than_the_most_is_refused_and_the_most_is_not() {
    var most = Request.of(FULL.orderId(), FULL.phone(), new Shillings(250_000));
    var more = Request.of(FULL.orderId(), FULL.phone(), new Shillings(250_001));

    nothingCameOf(
        () ->
            assertThat(world.starts(more))
                .isEqualTo(new Result.Invalid("amount", "at most KES 250000, not KES 250001")));
    assertThat(world.starts(most)).isInstanceOf(Result.Started.class);
  }

  @Test
  void what_cannot_be_superseded_is_refused_by_name() {
    var nothing = superseding(FULL, world.opened("ORD-2"));

    nothingCameOf(
        () ->
            assertThat(world.starts(nothing))
                .isInstanceOfSatisfying(
                    Result.Invalid.class,
                    invalid -> assertThat(invalid.field()).isEqualTo("supersedes")));
  }

  @Test
  void an_open_order_is_in_progress_and_a_paid_one_is_paid() {
    var id = world.opened("ORD-1");

    nothingCameOf(
        () ->
            assertThat(world.starts(world.request("ORD-1")))
                .isEqualTo(new Result.OrderInProgress(world.details(id))));
    world.delivers(id, world.callbackOf(id).success());
    nothingCameOf(
        () ->
            assertThat(world.starts(world.request("ORD-1")))
                .isEqualTo(new Result.OrderAlreadyPaid(world.details(id))));
  }

  @Test
  void an_order_that_waits_for_a_person_is_in_progress_until_it_is_superseded() {
    world.gateway.nextPushIs(Replies.unknown());
    var stuck = world.opened("ORD-1");

    assertThat(world.starts(world.request("ORD-1"))).isInstanceOf(Result.OrderInProgress.class);

    var started = world.starts(superseding(world.request("ORD-1"), stuck));
    var newer = ((Result.Started) started).payment().payment();
    assertThat(newer).isInstanceOf(Submitted.class);
    assertThat(newer.order().supersedes()).isEqualTo(stuck);
    assertThat(world.payment(stuck).status()).isEqualTo(PaymentStatus.PENDING);
  }

  @Test
  void a_phone_that_has_an_open_prompt_is_not_prompted() {
    var id = world.opened(Request.of(new OrderId("ORD-1"), FULL.phone(), FULL.amount()));
    var again = Request.of(new OrderId("ORD-2"), FULL.phone(), FULL.amount());
    var until = world.clock.instant().plusSeconds(90);

    nothingCameOf(
        () ->
            assertThat(world.starts(again))
                .isEqualTo(new Result.PromptInProgress(world.details(id), until)));
    world.passes(Duration.ofSeconds(90));
    assertThat(world.starts(again)).isInstanceOf(Result.Started.class);
  }

  @Test
  void a_phone_that_had_its_prompts_is_not_prompted() {
    limited(new PhoneRules(Duration.ZERO, 1));
    world.opened(Request.of(new OrderId("ORD-1"), FULL.phone(), FULL.amount()));
    var again = Request.of(new OrderId("ORD-2"), FULL.phone(), FULL.amount());
    var until = world.clock.instant().plus(Duration.ofHours(24));

    nothingCameOf(() -> assertThat(world.starts(again)).isEqualTo(new Result.PhoneLimit(until)));
  }

  @Test
  void refusals_come_in_the_published_order() {
    limited(new PhoneRules(Duration.ofSeconds(90), 1));
    world.opened(FULL);
    var reused = Request.of(FULL.orderId(), FULL.phone(), new Shillings(2)).withKey("key-1");

    assertThat(world.starts(onAccount(FULL, "shop-2"))).isInstanceOf(Result.Invalid.class);
    assertThat(world.starts(FULL)).isInstanceOf(Result.Replayed.class);
    assertThat(world.starts(ofClient(reused, "shop"))).isInstanceOf(Result.KeyReused.class);
    assertThat(world.starts(ofClient(reused, "another shop")))
        .isInstanceOf(Result.OrderInProgress.class);
    assertThat(world.starts(Request.of(new OrderId("ORD-2"), FULL.phone(), FULL.amount())))
        .isInstanceOf(Result.PhoneLimit.class);
  }

  private static Request ofClient(Request like, String client) {
    return new Request(
        client,
        like.idempotencyKey(),
        like.orderId(),
        like.phone(),
        like.amount(),
        like.account(),
        like.accountReference(),
        like.description(),
        like.metadata(),
        like.supersedes());
  }

  private static Stream<Request> requestsThatMeanSomethingElse() {
    return Stream.of(
        like(FULL, new OrderId("ORD-2"), FULL.phone(), FULL.amount()),
        like(FULL, FULL.orderId(), new Msisdn("254712345679"), FULL.amount()),
        like(FULL, FULL.orderId(), FULL.phone(), new Shillings(1501)),
        saying(FULL, new AccountReference("ORD-2"), FULL.description(), FULL.metadata()),
        saying(FULL, null, FULL.description(), Metadata.NONE),
        saying(FULL, FULL.accountReference(), TransactionDesc.DEFAULT, FULL.metadata()),
        saying(
            FULL, FULL.accountReference(), FULL.description(), new Metadata(Map.of("cart", "78"))),
        superseding(FULL, new PaymentId("pay_00000000000000000000000000")));
  }

  private static Request like(Request like, OrderId orderId, Msisdn phone, Shillings amount) {
    return new Request(
        like.client(),
        like.idempotencyKey(),
        orderId,
        phone,
        amount,
        like.account(),
        like.accountReference(),
        like.description(),
        like.metadata(),
        like.supersedes());
  }

  private static Request saying(
      Request like,
      @Nullable AccountReference reference,
      TransactionDesc description,
      Metadata metadata) {
    return new Request(
        like.client(),
        like.idempotencyKey(),
        like.orderId(),
        like.phone(),
        like.amount(),
        like.account(),
        reference,
        description,
        metadata,
        like.supersedes());
  }

  @ParameterizedTest
  @MethodSource("requestsThatMeanSomethingElse")
  void a_key_used_for_something_else_is_reused(Request other) {
    var id = world.opened(FULL);

    nothingCameOf(
        () -> assertThat(world.starts(other)).isEqualTo(new Result.KeyReused(world.details(id))));
  }

  @Test
  void a_default_left_out_means_the_same_as_the_default_spelt_out() {
    world.opened(FULL);

    assertThat(world.starts(saying(FULL, null, FULL.description(), FULL.metadata())))
        .isInstanceOf(Result.Replayed.class);
  }

  @Test
  void a_made_up_reference_means_the_same_when_it_is_left_out_again() {
    var request = world.request("an order id that is long").withKey("key-2");
    world.opened(request);

    assertThat(world.starts(request)).isInstanceOf(Result.Replayed.class);
  }

  @ParameterizedTest
  @CsvSource({
    "ORD-1001, ORD-1001",
    "123456789012, 123456789012",
    "1234567890123, 123456-",
    "ORD 1001, ORD100-",
    "a_b, ab-",
    "'###', -"
  })
  void the_reference_the_payer_reads_is_the_order_or_begins_like_it(String order, String begin) {
    var reference = world.payment(world.opened(order)).order().accountReference().value();

    if (begin.endsWith("-")) {
      assertThat(reference).startsWith(begin).hasSize(begin.length() + 5);
    } else {
      assertThat(reference).isEqualTo(begin);
    }
  }
}
