package io.hakika.adapter.daraja;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hakika.domain.value.CallbackToken;
import io.hakika.domain.value.MerchantAccount;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a merchant may be told to be, and where it may send and be called back. */
class SettingsTest {

  private static final CallbackToken TOKEN = new CallbackToken("0123456789abcdef".repeat(3));

  // --- credentials ---

  @ParameterizedTest
  @CsvSource({
    "CONSUMER_KEY, consumerKey, ''",
    "CONSUMER_KEY, consumerKey, ' '",
    "CONSUMER_KEY, consumerKey, a:b",
    "CONSUMER_KEY, consumerKey, a b",
    "CONSUMER_SECRET, consumerSecret, ''",
    "CONSUMER_SECRET, consumerSecret, 's\u00e9cret'",
    "CONSUMER_SECRET, consumerSecret, 'abc '",
    "SHORT_CODE, shortCode, 1234",
    "SHORT_CODE, shortCode, 12345678",
    "SHORT_CODE, shortCode, 17437a",
    "SHORT_CODE, shortCode, '\uFF11\uFF17\uFF14\uFF13\uFF17\uFF19'",
    "PASS_KEY, passKey, ''",
    "PASS_KEY, passKey, 'a\tb'",
    "TILL_NUMBER, tillNumber, ''",
    "TILL_NUMBER, tillNumber, a5566",
    "TILL_NUMBER, tillNumber, 1234"
  })
  void a_faulty_field_is_named_and_not_shown(
      DarajaCredentials.Field field, String name, String value) {
    assertThatThrownBy(() -> with(field, value))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(name + " is ")
        .satisfies(fault -> assertShowsNot(fault.getMessage(), value));
    assertThat(field.fault(value)).hasValueSatisfying(fault -> assertThat(fault).startsWith("is "));
  }

  private static void assertShowsNot(String message, String value) {
    if (value.strip().length() > 3) {
      assertThat(message).doesNotContain(value.strip());
    }
  }

  private static DarajaCredentials with(DarajaCredentials.Field field, String value) {
    return switch (field) {
      case CONSUMER_KEY -> DarajaCredentials.paybill(value, "s", "174379", "p");
      case CONSUMER_SECRET -> DarajaCredentials.paybill("k", value, "174379", "p");
      case SHORT_CODE -> DarajaCredentials.paybill("k", "s", value, "p");
      case PASS_KEY -> DarajaCredentials.paybill("k", "s", "174379", value);
      case TILL_NUMBER -> Given.PAYBILL.withTill(value);
    };
  }

  @Test
  void a_fault_says_what_was_seen() {
    assertThat(DarajaCredentials.Field.SHORT_CODE.fault("1234"))
        .hasValue("is 5 to 7 digits, not 4 digits");
    assertThat(DarajaCredentials.Field.SHORT_CODE.fault("the-passkey"))
        .hasValue("is 5 to 7 digits, not 11 characters");
    assertThat(DarajaCredentials.Field.PASS_KEY.fault("abc "))
        .hasValue("is visible ASCII, not 4 characters with a space among them");
    assertThat(DarajaCredentials.Field.PASS_KEY.fault(" ")).hasValue("is empty");
    assertThat(DarajaCredentials.Field.PASS_KEY.fault("abc")).isEmpty();
  }

  @Test
  void nothing_prints_a_secret() {
    var stamp = Stamp.of(Given.PAYBILL, Given.NIGHT);
    var call = Call.post(URI.create("http://127.0.0.1:1/"), "Bearer tok-1", new byte[0]);
    var shown =
        Given.TILL.toString()
            + DarajaConfig.sandbox(Given.TILL)
            + stamp
            + call
            + new Minted.Token("tok-1", Given.NIGHT)
            + Given.push()
            + CallbackUrls.under(URI.create("https://shop.example"))
            + new RawAnswer(200, "tok-1".getBytes(Reaction.UTF_8), Given.NIGHT);

    assertThat(shown)
        .doesNotContain("the-key", "the-secret", "the-passkey", stamp.password(), "tok-1")
        .doesNotContain("712345678", "abc123")
        .contains("174379", "5566778");
  }

  // --- where Daraja is ---

  @Test
  void safaricoms_hosts() {
    assertThat(DarajaConfig.sandbox(Given.PAYBILL).baseUrl())
        .hasToString("https://sandbox.safaricom.co.ke");
    assertThat(DarajaConfig.production(Given.PAYBILL).baseUrl())
        .hasToString("https://api.safaricom.co.ke");
    assertThat(DarajaConfig.production(Given.PAYBILL).timeout()).hasSeconds(20);
  }

  @ParameterizedTest
  @CsvSource({
    "https://daraja.example, https://daraja.example",
    "https://Proxy.Example:8443/egress//, https://proxy.example:8443/egress",
    "HTTP://LOCALHOST:9000/, http://localhost:9000",
    "http://127.0.0.1:9000, http://127.0.0.1:9000",
    "http://127.8.9.10, http://127.8.9.10",
    "http://[::1]:9000, http://[::1]:9000",
    "http://daraja.localhost, http://daraja.localhost",
    "http://10.0.0.7, http://10.0.0.7",
    "http://172.16.1.2, http://172.16.1.2",
    "http://192.168.1.2:80, http://192.168.1.2:80",
    "http://[fd00::7], http://[fd00::7]",
    "http://simulator:9000, http://simulator:9000"
  })
  void a_stand_in_for_daraja_may_be_near(String url, String tidied) {
    var config = DarajaConfig.sandbox(Given.PAYBILL).withBaseUrl(URI.create(url));

    assertThat(config.baseUrl()).hasToString(tidied);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://daraja.example",
        "http://8.8.8.8",
        "http://172.32.0.1",
        "http://192.169.0.1",
        "http://[2001:db8::1]",
        "http://169.254.169.254",
        "http://0.0.0.0",
        "http://127.0.0.1.nip.io",
        "http://1.2.3",
        "http://999.0.0.1",
        "ftp://127.0.0.1",
        "//127.0.0.1",
        "127.0.0.1",
        "mailto:a@b",
        "https://user:pw@daraja.example",
        "https://daraja.example?x=1",
        "https://daraja.example#x",
        "https:///path",
        "https://under_score"
      })
  void any_other_place_is_refused_by_name(String url) {
    var config = DarajaConfig.sandbox(Given.PAYBILL);

    assertThatThrownBy(() -> config.withBaseUrl(URI.create(url)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("baseUrl ")
        .hasMessageNotContaining("pw");
  }

  @Test
  void production_takes_plain_http_from_loopback_alone() {
    var production = DarajaEnvironment.PRODUCTION;

    assertThat(production.faultOfBaseUrl(URI.create("http://127.0.0.1:9000"))).isEmpty();
    assertThat(production.faultOfBaseUrl(URI.create("http://10.0.0.7")))
        .hasValue(
            "is plain http to 10.0.0.7: it must be https; plain http is for loopback addresses"
                + " alone");
    assertThat(production.faultOfBaseUrl(URI.create("https://10.0.0.7"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT-1S", "PT2M0.001S"})
  void a_time_that_cannot_be_is_refused(Duration timeout) {
    var config = DarajaConfig.sandbox(Given.PAYBILL);

    assertThatThrownBy(() -> config.withTimeout(timeout))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("timeout ");
  }

  // --- where Daraja calls back ---

  @ParameterizedTest
  @CsvSource({
    "https://shop.example, https://shop.example",
    "https://Shop.Example/pay/, https://shop.example/pay",
    "https://shop.example:8443/a/b, https://shop.example:8443/a/b",
    "http://127.0.0.1:8080, http://127.0.0.1:8080"
  })
  void a_payment_is_called_back_below_the_public_address(String publicUrl, String base) {
    assertThat(CallbackUrls.under(URI.create(publicUrl)).of(TOKEN))
        .hasToString(base + "/callbacks/stk/" + TOKEN.value());
  }

  @ParameterizedTest
  @CsvSource({
    "http://shop.example, plain http", "https://user@shop.example, user name",
    "https://shop.example/?a=b, query or a fragment",
        "https://shop.example/#a, query or a fragment",
    "https://shop.example/a%20b, escaped character", "https://shop.example/MPESA, mpesa",
    "https://m-pesa.example, m-pesa", "https://safaricom.example, safaricom",
    "https://shop.example/exec, exec", "https://shop.example/a.exe, exe",
    "https://shop.example/cmd, cmd", "https://mysql.example, sql",
    "https://shop.example/Query, query", "shop.example, no http or https address"
  })
  void an_address_that_daraja_refuses_is_refused_before(String publicUrl, String why) {
    assertThatThrownBy(() -> CallbackUrls.under(URI.create(publicUrl)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("publicUrl ")
        .hasMessageContaining(why);
  }

  @Test
  void production_is_called_back_over_https_alone() {
    assertThat(DarajaEnvironment.PRODUCTION.faultOfPublicUrl(URI.create("http://127.0.0.1")))
        .hasValue("is plain http to 127.0.0.1: it must be https");
    assertThat(DarajaEnvironment.PRODUCTION.faultOfPublicUrl(URI.create("https://shop.example")))
        .isEmpty();
  }

  // --- the stamp on a request ---

  @ParameterizedTest
  @CsvSource({
    "2026-11-23T20:59:59.999Z, 20261123235959",
    "2026-11-23T21:00:00Z, 20261124000000",
    "2026-12-31T21:00:00Z, 20270101000000",
    "2028-02-28T21:30:00Z, 20280229003000"
  })
  void the_time_is_nairobis(Instant now, String timestamp) {
    var stamp = Stamp.of(Given.PAYBILL, now);

    assertThat(stamp.timestamp()).isEqualTo(timestamp);
    assertThat(new String(Base64.getDecoder().decode(stamp.password()), Reaction.UTF_8))
        .isEqualTo("174379the-passkey" + timestamp);
  }

  // --- what is missing ---

  @Test
  void what_is_missing_is_named_before_anything_is_sent() {
    var credentials = DarajaCredentials.paybill("k", "s", "174379", "p");
    var config = DarajaConfig.sandbox(credentials);

    assertMissing("passKey", () -> DarajaCredentials.paybill("k", "s", "174379", null));
    assertMissing("credentials", () -> DarajaConfig.sandbox(null));
    assertMissing("baseUrl", () -> config.withBaseUrl(null));
    assertMissing("clock", () -> DarajaClient.of(config, null));
    assertMissing("publicUrl", () -> CallbackUrls.under(null));
    try (var client = DarajaClient.of(config, Clock.systemUTC())) {
      var clients = Map.of(MerchantAccount.DEFAULT, client);
      assertMissing("callbackUrls", () -> new DarajaStkGateway(clients, null));
    }
  }

  private static void assertMissing(String name, ThrowingCallable making) {
    assertThatThrownBy(making).isInstanceOf(NullPointerException.class).hasMessage(name);
  }
}
