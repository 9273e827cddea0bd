package io.hakika.bootstrap.demo;

import io.hakika.bootstrap.demo.Books.Check;
import io.hakika.bootstrap.demo.Followed.Line;
import java.io.PrintWriter;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** What the demonstration shows, in aligned columns. */
final class Screen {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss.S", Locale.ROOT).withZone(ZoneId.systemDefault());
  private static final int TIME_WIDTH = "00:00:00.0".length();
  private static final int STATE_WIDTH = "needs_review".length();

  private final PrintWriter out;
  private final Paint paint;
  private final int orderWidth;

  Screen(PrintWriter out, Paint paint) {
    this.out = out;
    this.paint = paint;
    this.orderWidth = width(Scenario.all(), Scenario::order);
  }

  void introduce() {
    out.println(
        """
        A shop asks for money: Daraja, M-Pesa's interface, prompts the customer's phone for the PIN.
        A callback tells the result (0: paid), but late, twice, contradictory or never: then Hakika asks.

        pending: being sent   submitted: the phone rings   paid, failed: settled   needs_review: for a person
        Daraja and the customers are simulated, and quicker than people. The service is real, over HTTP, on
        an embedded database that survives a crash of this process, not a power cut (durability: process).
        """);
    out.println(
        paint.strong(pad("time", TIME_WIDTH) + "  " + pad("order", orderWidth) + "  " + header()));
  }

  private static String header() {
    return pad("state", STATE_WIDTH) + "  what happened";
  }

  void line(Line line) {
    out.println(
        TIME.format(line.at())
            + "  "
            + pad(line.order(), orderWidth)
            + "  "
            + paint.state(line.state(), pad(line.state(), STATE_WIDTH))
            + "  "
            + line.says());
  }

  /** What was expected of each payment, and what came. */
  void table(List<Followed> payments) {
    var expected = width(payments, one -> one.scenario().expected().words());
    out.println();
    out.println(
        paint.strong(
            "   " + pad("order", orderWidth) + "  " + pad("expected", expected) + "  actual"));
    for (var one : payments) {
      out.println(
          mark(one.asExpected())
              + "  "
              + pad(one.scenario().order(), orderWidth)
              + "  "
              + pad(one.scenario().expected().words(), expected)
              + "  "
              + one.actual().words());
    }
  }

  /** What was promised, and whether it was kept. */
  void checks(List<Check> checks) {
    out.println();
    checks.forEach(check -> out.println(mark(check.kept()) + "  " + check.promise()));
  }

  void conclude(boolean good, int payments) {
    out.println();
    out.println(
        good
            ? paint.good("Every one of " + payments + " payments ended as it must.")
            : paint.bad("Something did not end as it must: see ✗ above."));
    out.flush();
  }

  void say(String text) {
    out.println(text);
    out.flush();
  }

  private String mark(boolean good) {
    return good ? paint.good("✓") : paint.bad("✗");
  }

  private static <T> int width(List<T> all, Function<T, String> text) {
    return all.stream().map(text).mapToInt(String::length).max().orElse(0);
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }
}
