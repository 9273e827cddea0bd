package io.hakika.adapter.http.javalin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.mockito.Mockito.when;

import io.hakika.domain.value.MerchantAccount;
import io.hakika.domain.value.Shillings;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is wrong with a checkout is named, and nothing is started. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class CheckoutFieldsTest {

  private static final String GOOD =
      "\"orderId\":\"ORD-1\",\"phoneNumber\":\"0712345678\",\"amount\":1500";

  private Shop shop;

  @BeforeAll
  void open() {
    shop = Shop.open();
  }

  @AfterAll
  void close() {
    shop.startedNothing();
    shop.close();
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        arguments("orderId", "\"\"", null),
        arguments("orderId", "\"" + "x".repeat(65) + "\"", null),
        arguments("orderId", "\"Größe\"", null),
        arguments("orderId", "7", null),
        arguments("orderId", "[\"ORD-1\"]", null),
        arguments("orderId", "\"a\\u0000b\"", null),
        arguments("orderId", "\"a\\nb\"", null),
        arguments("orderId", "null", null),
        arguments("phoneNumber", "\"\"", null),
        arguments("phoneNumber", "\"071234567\"", null),
        arguments("phoneNumber", "\"07123456789\"", null),
        arguments("phoneNumber", "\"0812345678\"", null),
        arguments("phoneNumber", "\"+255712345678\"", null),
        arguments("phoneNumber", "\"2547 12345678 ext 1\"", null),
        arguments("phoneNumber", "\"٠٧١٢٣٤٥٦٧٨\"", null),
        arguments("phoneNumber", "254712345678", null),
        arguments("phoneNumber", "\"0712345678\\u0007\"", null),
        arguments("amount", "0", null),
        arguments("amount", "-5", null),
        arguments("amount", "1500.0", null),
        arguments("amount", "1500.5", null),
        arguments("amount", "1.5e3", null),
        arguments("amount", "1e309", null),
        arguments("amount", "\"1500\"", null),
        arguments("amount", "true", null),
        arguments("amount", "{}", null),
        arguments("amount", "null", null),
        arguments("amount", "1000000000", null),
        arguments("amount", "9223372036854775808", null),
        arguments("amount", "4294967297000000001500", null),
        arguments("account", "\"\"", null),
        arguments("account", "\"no account\"", null),
        arguments("account", "5", null),
        arguments("accountReference", "\"\"", null),
        arguments("accountReference", "\"thirteen-char\"", null),
        arguments("accountReference", "\"under_score\"", null),
        arguments("accountReference", "\"tab\\there\"", null),
        arguments("description", "\"\"", null),
        arguments("description", "\"fourteen chars\"", null),
        arguments("description", "\"Größe\"", null),
        arguments("metadata", "\"cart\"", null),
        arguments("metadata", "[]", null),
        arguments("metadata.cart", "{\"cart\":77}", "metadata"),
        arguments("metadata.cart", "{\"cart\":null}", "metadata"),
        arguments("metadata.cart", "{\"cart\":{\"a\":\"b\"}}", "metadata"),
        arguments("metadata.cart", "{\"cart\":\"" + "x".repeat(501) + "\"}", "metadata"),
        arguments("metadata.cart", "{\"cart\":\"a\\u0001\"}", "metadata"),
        arguments("metadata.cart", "{\"cart\":\"\\ud800\"}", "metadata"),
        arguments("metadata.a b", "{\"a b\":\"x\"}", "metadata"),
        arguments("metadata.", "{\"\":\"x\"}", "metadata"),
        arguments("metadata", "{" + pairs(21) + "}", null),
        arguments("supersedes", "\"\"", null),
        arguments("supersedes", "\"pay_1\"", null),
        arguments("supersedes", "17", null),
        arguments("currency", "\"KES\"", null),
        arguments("Amount", "5", null));
  }

  private static String pairs(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "\"k" + i + "\":\"v\"")
        .collect(Collectors.joining(","));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void a_faulty_field_is_named(String field, String value, @Nullable String member) {
    var name = member == null ? field : member;
    var answer = start("{" + without(name) + ",\"" + name + "\":" + value + "}");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("invalid_request");
    assertThat(answer.fields()).containsExactly(field);
    assertThat(answer.json().path("errors").path(0).path("message").asString()).isNotBlank();
  }

  private static String without(String name) {
    return Stream.of(GOOD.split(","))
        .filter(pair -> !pair.startsWith("\"" + name + "\""))
        .collect(Collectors.joining(","));
  }

  @Test
  void every_faulty_field_is_named_at_once() {
    var answer =
        start(
            """
            {"orderId":"","phoneNumber":"12","amount":0,"account":"","accountReference":"",
             "description":"","metadata":{"a":1,"b":2},"supersedes":"x","extra":1,"extra":2}
            """);
    assertThat(answer.fields())
        .containsExactlyInAnyOrder(
            "orderId",
            "phoneNumber",
            "amount",
            "account",
            "accountReference",
            "description",
            "metadata.a",
            "metadata.b",
            "supersedes",
            "extra",
            "extra");
    assertThat(answer.json().path("detail").asString()).startsWith("11 fields");
  }

  @Test
  void what_the_shop_cannot_take_is_named_beside_what_is_malformed() {
    when(shop.checkout.faultOf(new Shillings(250_001)))
        .thenReturn(Optional.of("at most KES 250000, not KES 250001"));
    when(shop.checkout.faultOf(new MerchantAccount("nowhere")))
        .thenReturn(Optional.of("there is no account nowhere"));
    var answer =
        start(
            """
            {"orderId":"O","phoneNumber":"12","amount":250001,"account":"nowhere"}
            """);
    assertThat(answer.fields()).containsExactlyInAnyOrder("phoneNumber", "amount", "account");
    assertThat(answer.text()).contains("at most KES 250000").contains("no account nowhere");
  }

  @Test
  void an_empty_object_lacks_what_is_required() {
    assertThat(start("{}").fields()).containsExactly("orderId", "phoneNumber", "amount");
  }

  @Test
  void a_field_that_is_there_twice_is_no_field() {
    var answer = start("{" + GOOD + ",\"amount\":1}");
    assertThat(answer.fields()).containsExactly("amount");
    assertThat(answer.text()).contains("is there twice");
  }

  @Test
  void what_was_wrong_is_said_without_the_number_itself() {
    var answer = start("{\"orderId\":\"O\",\"phoneNumber\":\"0812 345 678\",\"amount\":1}");
    assertThat(answer.text()).contains("9999 999 999").doesNotContain("345").doesNotContain("678");
  }

  @Test
  void phones_in_other_fields_are_masked_when_a_fault_is_told() {
    var answer =
        start(
            "{"
                + GOOD
                + ",\"accountReference\":\"x_254712345678\",\"254712345678\":1,"
                + "\"metadata\":{\"254712345678\":1}}");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.fields())
        .containsExactly("accountReference", "metadata.2547•••••678", "2547•••••678");
    assertThat(answer.text()).doesNotContain("254712345678");
  }

  @Test
  void a_long_name_is_cut_when_a_fault_is_told() {
    var answer = start("{" + GOOD + ",\"" + "n".repeat(5000) + "\":1}");
    assertThat(answer.fields()).containsExactly("n".repeat(60) + "…");
  }

  @Test
  void of_thousands_of_faults_a_hundred_are_named() {
    var extra = IntStream.range(0, 5_000).mapToObj(i -> ",\"x" + i + "\":1");
    var answer = start("{" + GOOD + extra.collect(Collectors.joining()) + "}");
    assertThat(answer.fields()).hasSize(100);
    assertThat(answer.json().path("detail").asString()).startsWith("5000 fields");
  }

  @Test
  void a_query_says_nothing_to_a_checkout() {
    var answer =
        shop.call("POST", "/v1/payments?dryRun=true").as(Shop.TILL).json("{" + GOOD + "}").answer();
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.fields()).isEqualTo(List.of("dryRun"));
  }

  private Response start(String body) {
    return shop.call("POST", "/v1/payments").as(Shop.TILL).json(body).answer();
  }
}
