package io.hakika.adapter.daraja;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.hakika.domain.StkCallback;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Bodies that want to break the reader: it answers, soon, and repeats nothing of them. */
class HostileCallbacksTest {

  private static final int MUTATIONS = 50_000;
  private static final String CANARY = "254712345678";
  private static final List<byte[]> SEEDS =
      Stream.of(
              "paid",
              "paid-as-texts",
              "paid-bare",
              "paid-masked",
              "cancelled",
              "no-answer",
              "text-code",
              "under-processing",
              "failed-with-receipt",
              "no-ids")
          .map(name -> Given.sample("callback/" + name + ".json"))
          .toList();

  static Stream<String> unreadable() {
    var inner = "{\"ResultCode\":0,\"ResultDesc\":\"" + CANARY + "\"}";
    var good = "{\"Body\":{\"stkCallback\":" + inner + "}}";
    return Stream.of(
        "",
        " ",
        "\uFEFF",
        "null",
        "true",
        "0",
        "\"" + CANARY + "\"",
        "[]",
        "{}",
        "{\"Body\":null}",
        "{\"Body\":[" + inner + "]}",
        "{\"Body\":{}}",
        "{\"Body\":{\"stkCallback\":null}}",
        "{\"Body\":{\"stkCallback\":\"" + CANARY + "\"}}",
        "{\"Body\":{\"stkCallback\":[" + inner + "]}}",
        "{\"Body\":{\"stkCallback\":{}}}",
        "{\"Body\":{\"STKCALLBACK\":" + inner + "}}",
        "{\"stkCallback\":" + inner + "}",
        "{\"Body\":{\"stkCallback\":{\"ResultCode\":0,\"ResultCode\":0}}}",
        "{\"Body\":{\"stkCallback\":" + inner + "},\"Body\":{\"stkCallback\":" + inner + "}}",
        good + good,
        good + "x",
        good + "\u0000",
        good.substring(0, good.length() - 1),
        good.replace("0,", "007,"),
        good.replace("0,", "NaN,"),
        good.replace('"', '\''),
        "<html>" + CANARY + "</html>",
        "Body=" + CANARY,
        "[".repeat(60_000),
        "{\"Body\":".repeat(8_000),
        "{\"Body\":{\"stkCallback\":{\"ResultCode\":" + "9".repeat(60_000) + "}}}",
        "{\"Body\":{\"stkCallback\":{\"ResultCode\":0," + "\"x\":".repeat(1) + nested(40) + "}}}",
        good + " ".repeat(65_536));
  }

  private static String nested(int levels) {
    return "[".repeat(levels) + "]".repeat(levels);
  }

  @ParameterizedTest
  @MethodSource("unreadable")
  void what_is_no_callback_is_answered_with_a_reason_that_repeats_nothing_of_it(String body) {
    var read = read(body.getBytes(StandardCharsets.UTF_8));

    assertThat(read)
        .isInstanceOfSatisfying(
            ParsedCallback.Unreadable.class,
            unreadable ->
                assertThat(unreadable.why())
                    .isNotBlank()
                    .hasSizeLessThan(60)
                    .doesNotContain("712"));
  }

  static Stream<String> readable() {
    var success = "{\"Body\":{\"stkCallback\":{\"ResultCode\":0,%s}}}";
    return Stream.of(
            "\"x\":1e999999999",
            "\"x\":-1E-999999999",
            "\"x\":" + "9".repeat(100),
            "\"x\":" + nested(10),
            "\"ResultDesc\":\"" + "x".repeat(65_000) + "\"",
            "\"ResultDesc\":\"" + "ws_CO_1".repeat(9_000) + "\"",
            "\"ResultDesc\":\"" + "07".repeat(32_000) + "\"",
            "\"" + "x".repeat(65_000) + "\":1",
            "\"CheckoutRequestID\":\"" + "w".repeat(65_000) + "\"",
            "\"CallbackMetadata\":{\"Item\":[" + "{},".repeat(20_000) + "{}]}",
            "\"CallbackMetadata\":{\"Item\":[{\"Name\":\"Amount\",\"Value\":1e999999999}]}",
            "\"CallbackMetadata\":{\"Item\":[{\"Name\":\"PhoneNumber\",\"Value\":\""
                + "0".repeat(60_000)
                + "\"}]}")
        .map(success::formatted);
  }

  @ParameterizedTest
  @MethodSource("readable")
  void what_is_merely_monstrous_is_read(String body) {
    assertThat(read(body.getBytes(StandardCharsets.UTF_8))).isInstanceOf(ParsedCallback.Read.class);
  }

  /** Fifty thousand bodies take seconds; one that hung or computed wildly would take for ever. */
  @Test
  void no_mutation_of_a_callback_breaks_the_reader() {
    var seed = new Random().nextLong();
    var random = new Random(seed);
    assertTimeout(
        Duration.ofMinutes(1),
        () -> {
          for (var i = 0; i < MUTATIONS; i++) {
            var body = mutated(random);
            assertThat(survives(body)).as("seed %d, body %d: %s", seed, i, hex(body)).isTrue();
          }
        });
  }

  private static boolean survives(byte[] body) {
    try {
      var parsed = CallbackParser.parse(body);
      return !(parsed instanceof ParsedCallback.Read read) || wellFormed(read.callback());
    } catch (RuntimeException | StackOverflowError e) {
      return false;
    }
  }

  /** What the rest of Hakika relies on: a code that can be kept, and text that can be shown. */
  private static boolean wellFormed(StkCallback callback) {
    return callback.resultCode().matches("[\\x21-\\x7E]{1,64}")
        && callback.resultDesc().value().codePoints().noneMatch(Character::isISOControl)
        && (callback.outcome() == StkCallback.Outcome.SUCCESS) == callback.resultCode().equals("0");
  }

  private static byte[] mutated(Random random) {
    var body = SEEDS.get(random.nextInt(SEEDS.size())).clone();
    for (var i = random.nextInt(6); i >= 0; i--) {
      body = mutated(body, random);
    }
    return body;
  }

  private static byte[] mutated(byte[] body, Random random) {
    var at = body.length == 0 ? 0 : random.nextInt(body.length);
    var end = Math.min(body.length, at + random.nextInt(20));
    return switch (random.nextInt(7)) {
      case 0 -> replaced(body, at, Math.min(body.length, at + 1), (byte) random.nextInt(256));
      case 1 -> Arrays.copyOf(body, at);
      case 2 -> replaced(body, at, at, Arrays.copyOfRange(body, at, end));
      case 3 -> replaced(body, at, end);
      case 4 -> replaced(body, at, at, odd(random));
      case 5 -> replaced(body, at, end, odd(random));
      default -> replaced(body, at, at, SEEDS.get(random.nextInt(SEEDS.size())));
    };
  }

  private static byte[] odd(Random random) {
    var odd =
        List.of(
            "\"",
            "\\",
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "null",
            "0",
            "-",
            "1e999999999",
            ".",
            "e",
            "\\u0000",
            "\\ud800",
            "\uFFFD",
            "\u2028",
            "\u0000",
            "\"Value\":",
            "99999999999999999",
            "\"Name\":\"Amount\",",
            "true",
            " ",
            "\uD83D\uDE00",
            "ws_CO_");
    return odd.get(random.nextInt(odd.size())).getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] replaced(byte[] body, int from, int to, byte... by) {
    var result = new byte[body.length - (to - from) + by.length];
    System.arraycopy(body, 0, result, 0, from);
    System.arraycopy(by, 0, result, from, by.length);
    System.arraycopy(body, to, result, from + by.length, body.length - to);
    return result;
  }

  private static String hex(byte[] body) {
    return HexFormat.of().formatHex(body);
  }

  private static ParsedCallback read(byte[] body) {
    return assertTimeout(Duration.ofSeconds(5), () -> CallbackParser.parse(body));
  }
}
