package io.hakika.application;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hakika.domain.value.CallbackToken;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Tokens that are known again without a database, and by nobody else's making. */
final class CallbackTokensTest {

  private static final byte[] OLD = "the old secret".getBytes(UTF_8);
  private static final byte[] NEW = "the new secret".getBytes(UTF_8);

  private final CallbackTokens tokens = made(NEW, OLD);

  private static CallbackTokens made(byte[]... secrets) {
    return new CallbackTokens(List.of(secrets), new Random(1));
  }

  @Test
  void a_token_of_ours_is_known_again() {
    assertThat(tokens.made(tokens.create())).isTrue();
  }

  @Test
  void a_token_is_known_again_by_whoever_has_the_secret() {
    assertThat(made(NEW).made(tokens.create())).isTrue();
  }

  @Test
  void no_two_tokens_are_alike() {
    var seen = new HashSet<CallbackToken>();
    for (var count = 0; count < 1000; count++) {
      assertThat(seen.add(tokens.create())).isTrue();
    }
  }

  @Test
  void a_token_with_any_digit_changed_is_not_ours() {
    var token = tokens.create().value();

    for (var place = 0; place < token.length(); place++) {
      for (var digit : "0123456789abcdef".toCharArray()) {
        var forged = new StringBuilder(token);
        forged.setCharAt(place, digit);
        assertThat(tokens.made(new CallbackToken(forged.toString())))
            .as("digit %s at %d", digit, place)
            .isEqualTo(token.charAt(place) == digit);
      }
    }
  }

  @Test
  void the_halves_of_two_tokens_make_no_third() {
    var one = tokens.create().value();
    var other = tokens.create().value();

    assertThat(tokens.made(new CallbackToken(one.substring(0, 24) + other.substring(24))))
        .isFalse();
  }

  @Test
  void a_token_made_before_the_secret_was_changed_is_known() {
    assertThat(tokens.made(made(OLD).create())).isTrue();
  }

  @Test
  void new_tokens_are_made_with_the_new_secret() {
    assertThat(made(NEW).made(tokens.create())).isTrue();
    assertThat(made(OLD).made(tokens.create())).isFalse();
  }

  @Test
  void a_token_of_a_dropped_secret_is_not_known() {
    assertThat(made(NEW).made(made(OLD).create())).isFalse();
  }

  @Test
  void without_a_secret_there_are_no_tokens() {
    assertThatThrownBy(() -> made()).isInstanceOf(IllegalArgumentException.class);
  }
}
