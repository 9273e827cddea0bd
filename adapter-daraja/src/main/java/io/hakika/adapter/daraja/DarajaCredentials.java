package io.hakika.adapter.daraja;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who a merchant is to Daraja. It checks itself, and shows nothing but the numbers that customers
 * know.
 *
 * @param consumerKey the OAuth client
 * @param consumerSecret the OAuth client's secret
 * @param shortCode the go-live short code: the paybill, or a till's store or head-office number
 * @param passKey the short code's passkey, which signs pushes and queries
 * @param tillNumber set for Buy Goods, where the money goes to the till; null for a paybill
 */
public record DarajaCredentials(
    String consumerKey,
    String consumerSecret,
    String shortCode,
    String passKey,
    @Nullable String tillNumber) {

  /**
   * Checks every field.
   *
   * @throws IllegalArgumentException naming the first faulty field and what is wrong with it
   */
  public DarajaCredentials {
    Objects.requireNonNull(consumerKey, "consumerKey");
    Objects.requireNonNull(consumerSecret, "consumerSecret");
    Objects.requireNonNull(shortCode, "shortCode");
    Objects.requireNonNull(passKey, "passKey");
    Field.CONSUMER_KEY.check(consumerKey);
    Field.CONSUMER_SECRET.check(consumerSecret);
    Field.SHORT_CODE.check(shortCode);
    Field.PASS_KEY.check(passKey);
    if (tillNumber != null) {
      Field.TILL_NUMBER.check(tillNumber);
    }
  }

  /** A paybill: the money goes to the short code. */
  public static DarajaCredentials paybill(
      String consumerKey, String consumerSecret, String shortCode, String passKey) {
    return new DarajaCredentials(consumerKey, consumerSecret, shortCode, passKey, null);
  }

  /** These credentials with the money going to a till. */
  public DarajaCredentials withTill(String till) {
    return new DarajaCredentials(consumerKey, consumerSecret, shortCode, passKey, till);
  }

  /** Whether both belong to one OAuth client, so that a token of one is a token of the other. */
  boolean sameClient(DarajaCredentials other) {
    return consumerKey.equals(other.consumerKey) && consumerSecret.equals(other.consumerSecret);
  }

  @Override
  public String toString() {
    return "DarajaCredentials[shortCode=" + shortCode + ", tillNumber=" + tillNumber + ", hidden]";
  }

  /** A field of the credentials, and what it may hold. */
  public enum Field {
    CONSUMER_KEY("consumerKey", "[\\x21-\\x39\\x3B-\\x7E]{1,200}", "visible ASCII without a colon"),
    CONSUMER_SECRET("consumerSecret", "[\\x21-\\x7E]{1,200}", "visible ASCII"),
    SHORT_CODE("shortCode", "[0-9]{5,7}", "5 to 7 digits"),
    PASS_KEY("passKey", "[\\x21-\\x7E]{1,500}", "visible ASCII"),
    TILL_NUMBER("tillNumber", "[0-9]{5,10}", "5 to 10 digits");

    private final String spelling;
    private final Pattern form;
    private final String rule;

    Field(String spelling, String form, String rule) {
      this.spelling = spelling;
      this.form = Pattern.compile(form);
      this.rule = rule;
    }

    /**
     * What is wrong with {@code value}. Nothing of the value is repeated: a secret may stand in the
     * wrong place.
     *
     * @return a phrase to put after the name of a setting; empty if nothing is wrong
     */
    public Optional<String> fault(String value) {
      if (form.matcher(value).matches()) {
        return Optional.empty();
      }
      return Optional.of(value.isBlank() ? "is empty" : "is " + rule + ", not " + outline(value));
    }

    private static String outline(String value) {
      var digits = value.chars().allMatch(c -> c >= '0' && c <= '9');
      if (digits) {
        return value.length() + " digits";
      }
      var spaced = value.chars().anyMatch(c -> Character.isWhitespace(c) || c == 0xA0);
      return value.length() + " characters" + (spaced ? " with a space among them" : "");
    }

    private void check(String value) {
      fault(value)
          .ifPresent(
              fault -> {
                throw new IllegalArgumentException(spelling + " " + fault);
              });
    }
  }
}
