package io.hakika.adapter.daraja.simulator;

import io.hakika.adapter.daraja.simulator.Gate.Rule;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** The fields of pushes and queries, and what Daraja takes in each. */
final class Fields {

  static final String SHORT_CODE = "BusinessShortCode";
  static final String PASSWORD = "Password";
  static final String TIMESTAMP = "Timestamp";
  static final String CHECKOUT_REQUEST_ID = "CheckoutRequestID";
  static final String PAYBILL = "CustomerPayBillOnline";
  static final String TILL = "CustomerBuyGoodsOnline";

  private static final long MOST_SHILLINGS = 250_000;
  private static final int LONGEST_URL = 2_000;
  private static final int LONGEST_TEXT = 100;
  private static final int LONGEST_REFERENCE = 12;
  private static final int LONGEST_DESCRIPTION = 13;
  private static final Pattern CODE = Pattern.compile("[0-9]{5,7}");
  private static final Pattern PHONE = Pattern.compile("254[17][0-9]{8}");
  private static final Pattern WHOLE = Pattern.compile("[1-9][0-9]{0,5}");
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9 ._/-]*");
  private static final Pattern SOME = Pattern.compile("[!-~]{1,500}");
  private static final Pattern FOURTEEN_DIGITS = Pattern.compile("[0-9]{14}");
  private static final DateTimeFormatter DATE_TIME =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmss").withResolverStyle(ResolverStyle.STRICT);
  private static final Set<String> BAD_WORDS =
      Set.of("mpesa", "m-pesa", "safaricom", "exe", "exec", "cmd", "sql", "query");

  private Fields() {}

  /** What a query must hold. */
  static List<Rule> ofQuery() {
    var rules = ofMerchant();
    rules.add(new Rule(CHECKOUT_REQUEST_ID, matching(SOME)));
    return List.copyOf(rules);
  }

  /** What a push must hold. */
  static List<Rule> ofPush(Set<Quirk> quirks) {
    var strict = quirks.contains(Quirk.STRICT_CALLBACK_URLS);
    var longTexts = quirks.contains(Quirk.LONG_TEXTS_ACCEPTED);
    var rules = ofMerchant();
    rules.add(new Rule("TransactionType", type -> type.equals(PAYBILL) || type.equals(TILL)));
    rules.add(new Rule("Amount", Fields::isAmount));
    rules.add(new Rule("PartyA", matching(PHONE)));
    rules.add(new Rule("PartyB", matching(CODE)));
    rules.add(new Rule("PhoneNumber", matching(PHONE)));
    rules.add(new Rule("CallBackURL", url -> isUrl(url) && !(strict && isSuspect(url))));
    rules.add(
        new Rule(
            "AccountReference",
            text -> !text.isBlank() && isText(text, longTexts ? LONGEST_TEXT : LONGEST_REFERENCE)));
    rules.add(
        new Rule(
            "TransactionDesc",
            text -> isText(text, longTexts ? LONGEST_TEXT : LONGEST_DESCRIPTION)));
    return List.copyOf(rules);
  }

  /** The push in a body that keeps the rules. */
  static PushRequest push(JsonNode body) {
    return new PushRequest(
        text(body, SHORT_CODE),
        text(body, "TransactionType"),
        Long.parseLong(text(body, "Amount")),
        text(body, "PartyA"),
        text(body, "PartyB"),
        text(body, "PhoneNumber"),
        URI.create(text(body, "CallBackURL")),
        text(body, "AccountReference"),
        text(body, "TransactionDesc"));
  }

  /** The field as text: Daraja takes whole numbers for texts and texts for numbers. */
  static String text(JsonNode body, String field) {
    var value = body.path(field);
    return value.isString() || value.isIntegralNumber() ? value.asString() : "";
  }

  private static List<Rule> ofMerchant() {
    var rules = new ArrayList<Rule>();
    rules.add(new Rule(SHORT_CODE, matching(CODE)));
    rules.add(new Rule(PASSWORD, matching(SOME)));
    rules.add(new Rule(TIMESTAMP, Fields::isTimestamp));
    return rules;
  }

  private static Predicate<String> matching(Pattern form) {
    return text -> form.matcher(text).matches();
  }

  private static boolean isTimestamp(String text) {
    try {
      return FOURTEEN_DIGITS.matcher(text).matches()
          && LocalDateTime.parse(text, DATE_TIME).getYear() > 0;
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static boolean isAmount(String text) {
    return WHOLE.matcher(text).matches() && Long.parseLong(text) <= MOST_SHILLINGS;
  }

  private static boolean isText(String text, int longest) {
    return text.length() <= longest && PLAIN.matcher(text).matches();
  }

  private static boolean isUrl(String text) {
    try {
      var url = new URI(text);
      return text.length() <= LONGEST_URL
          && ("http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme()))
          && url.getHost() != null
          && url.getRawUserInfo() == null
          && url.getRawFragment() == null;
    } catch (URISyntaxException e) {
      return false;
    }
  }

  /** What Safaricom says it refuses; for the push it was seen to accept some of it. */
  private static boolean isSuspect(String url) {
    var text = url.toLowerCase(Locale.ROOT);
    var host = URI.create(text).getHost();
    return !text.startsWith("https:")
        || host.equals("localhost")
        || host.startsWith("127.")
        || BAD_WORDS.stream().anyMatch(text::contains);
  }
}
