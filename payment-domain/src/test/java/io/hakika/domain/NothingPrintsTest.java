package io.hakika.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.hakika.domain.value.CallbackToken;
import io.hakika.domain.value.CheckoutRequestId;
import io.hakika.domain.value.Msisdn;
import io.hakika.domain.value.StatusToken;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No value, evidence, event or payment prints a phone, a token or the name of a push. */
class NothingPrintsTest {

  /** Every record of the domain's main classes, nested ones included. */
  static List<Class<?>> records() throws IOException, URISyntaxException {
    var root = Path.of(Payment.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(file -> file.toString().endsWith(".class"))
          .map(file -> root.relativize(file).toString())
          .filter(name -> !name.contains("-info"))
          .map(name -> name.substring(0, name.length() - ".class".length()).replace('/', '.'))
          .<Class<?>>map(NothingPrintsTest::load)
          .filter(Class::isRecord)
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("records")
  void a_record_full_of_secrets_prints_none(Class<?> type) {
    assertThat(Canaries.of(type))
        .isNotEmpty()
        .allSatisfy(
            made ->
                assertThat(made.toString())
                    .doesNotContain(Canaries.secrets().toArray(CharSequence[]::new)));
  }

  @Test
  void all_kinds_of_records_are_looked_at() throws IOException, URISyntaxException {
    assertThat(records())
        .hasSizeGreaterThan(40)
        .contains(Msisdn.class, Order.class, Paid.class, Evidence.Callback.class)
        .contains(PaymentEvent.Contradicted.class, Verdict.Moved.class, StkCallback.class);
  }

  @Test
  void the_canaries_really_are_inside() {
    assertThat(Canaries.of(Msisdn.class)).contains(new Msisdn("254712345678"));
    assertThat(Canaries.of(CallbackToken.class)).hasSize(1);
    assertThat(Canaries.of(StatusToken.class)).hasSize(1);
    assertThat(Canaries.of(CheckoutRequestId.class))
        .contains(new CheckoutRequestId("ws_CO_23112026101112345712345678"));
    assertThat(Canaries.of(Order.class)).hasSizeGreaterThan(1);
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}
