package io.hakika.adapter.http.javalin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.hakika.domain.value.MerchantAccount;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The keys as they are configured. */
final class ApiKeysTest {

  private static final String HASH = Shop.hash("hk_secret");
  private static final String OTHER = Shop.hash("hk_other");

  @Test
  void an_entry_has_a_name_scopes_a_hash_and_perhaps_accounts() {
    var keys =
        ApiKeys.parse("till:checkout+review:" + HASH + ", branch:read:" + OTHER + ":north+south");
    var till = keys.find("hk_secret").orElseThrow();
    assertThat(till.name()).isEqualTo("till");
    assertThat(till.scopes()).containsExactlyInAnyOrder(Scope.CHECKOUT, Scope.REVIEW);
    assertThat(till.accounts()).isNull();
    assertThat(keys.find("hk_other").orElseThrow().accounts())
        .isEqualTo(Set.of(new MerchantAccount("north"), new MerchantAccount("south")));
    assertThat(keys.find("hk_third")).isEmpty();
    assertThat(keys.find(HASH)).isEmpty();
  }

  @Test
  void a_hash_may_be_written_in_capitals() {
    var keys = ApiKeys.parse("till:checkout:" + HASH.toUpperCase(Locale.ROOT));
    assertThat(keys.find("hk_secret")).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "till",
        "till:checkout",
        "till:checkout:HASH:north:extra",
        ":checkout:HASH",
        "a name:checkout:HASH",
        "till::HASH",
        "till:pay:HASH",
        "till:checkout+:HASH",
        "till:checkout,read:HASH",
        "till:checkout:hk_secret",
        "till:checkout:HASH:",
        "till:checkout:HASH:a b",
        "till:checkout:HASH,",
        "till:checkout:HASH,other:read:HASH",
        "till:checkout:HASH,till:read:OTHER",
        "till:checkout:HASH,till:checkout:OTHER:north"
      })
  void a_faulty_entry_is_refused_without_repeating_its_hash_or_secret(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ApiKeys.parse(text.replace("HASH", HASH).replace("OTHER", OTHER)))
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain(HASH, OTHER, "hk_secret"));
  }

  @Test
  void a_name_may_be_there_twice_while_its_secret_is_rotated() {
    var keys = ApiKeys.parse("till:checkout:" + HASH + ",till:checkout:" + OTHER);
    assertThat(keys.find("hk_secret").orElseThrow().name()).isEqualTo("till");
    assertThat(keys.find("hk_other").orElseThrow().name()).isEqualTo("till");
  }

  @Test
  void every_key_may_read() {
    var reviewer = ApiKey.parse("r:review:" + HASH);
    assertThat(reviewer.may(Scope.READ)).isTrue();
    assertThat(reviewer.may(Scope.CHECKOUT)).isFalse();
  }

  @Test
  void a_key_shows_its_name_alone() {
    assertThat(ApiKeys.parse("till:checkout:" + HASH))
        .hasToString("ApiKeys[entries=[ApiKey[till]]]");
  }
}
