package io.hakika.adapter.http.javalin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The configuration, where nothing else is said. */
final class HttpConfigTest {

  @Test
  void the_defaults_are_the_published_ones() {
    var http = HttpConfig.of(URI.create("https://pay.example"), Shop.keys()).build();
    assertThat(http.host()).isEqualTo("0.0.0.0");
    assertThat(http.port()).isEqualTo(8080);
    assertThat(http.callbackPort()).isNull();
    assertThat(http.managementPort()).isNull();
    assertThat(http.callbackAllowedIps()).isEqualTo(AllowedIps.ANY);
    assertThat(http.trustedProxies()).isEqualTo(Networks.NONE);
    assertThat(http.apiRate()).isNull();
    assertThat(http.stopTimeout()).isEqualTo(Duration.ofSeconds(22));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://pay.example/a", "https://pay.example/a/", "https://pay.example/a//"})
  void a_public_url_ends_without_a_slash(String url) {
    assertThat(HttpConfig.of(URI.create(url), Shop.keys()).build().publicUrl())
        .isEqualTo(URI.create("https://pay.example/a"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"pay.example", "/pay", "mailto:pay@example", "https://pay.example?a=b"})
  void what_is_no_public_url_is_refused(String url) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HttpConfig.of(URI.create(url), Shop.keys()).build());
  }

  @Test
  void a_rate_is_bounded() {
    assertThatIllegalArgumentException().isThrownBy(() -> new ApiRate(0, Duration.ofSeconds(1)));
    assertThatIllegalArgumentException().isThrownBy(() -> new ApiRate(1, Duration.ZERO));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ApiRate(100_001, Duration.ofSeconds(1)));
  }
}
