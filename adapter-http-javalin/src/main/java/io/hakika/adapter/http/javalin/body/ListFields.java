package io.hakika.adapter.http.javalin.body;

import io.hakika.application.port.driven.PaymentQueries.Filter;
import io.hakika.application.port.driving.FindPayments;
import io.hakika.domain.PaymentStatus;
import io.hakika.domain.value.Attention;
import io.hakika.domain.value.CheckoutRequestId;
import io.hakika.domain.value.MerchantAccount;
import io.hakika.domain.value.Msisdn;
import io.hakika.domain.value.OrderId;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What lists are asked for with, in a query or in a body.
 *
 * @param filter what the payments have in common
 * @param limit how many at most
 * @param cursor where to go on; null: at the beginning
 */
public record ListFields(Filter filter, int limit, @Nullable String cursor) {

  static final String LIMIT = "limit";

  private static final int USUAL_LIMIT = 50;
  private static final Instant EARLIEST = Instant.EPOCH;
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");
  private static final Pattern CURSOR = Pattern.compile("[\\x21-\\x7E]{1,512}");

  /**
   * Reads what payments to list.
   *
   * @throws InvalidRequest naming every faulty field
   */
  public static ListFields ofPayments(Fields fields) {
    var account = fields.optional("account", MerchantAccount::new);
    var from = fields.optional("from", ListFields::instant);
    var to = fields.optional("to", ListFields::instant);
    if (from != null && to != null && from.isAfter(to)) {
      fields.fault("from", "is later than to");
    }
    var filter =
        new Filter(
            fields.optional("status", ListFields::status),
            fields.optional("orderId", OrderId::new),
            fields.optional("phoneNumber", Msisdn::parse),
            fields.optional("checkoutRequestId", CheckoutRequestId::new),
            fields.optional("receipt", Receipts::parse),
            fields.optional("attention", ListFields::attention),
            account == null ? null : Set.of(account),
            from,
            to);
    return page(fields, filter, USUAL_LIMIT);
  }

  /**
   * Reads what part of a timeline to show.
   *
   * @throws InvalidRequest naming every faulty field
   */
  public static ListFields ofTimeline(Fields fields) {
    return page(fields, Filter.ALL, FindPayments.MOST);
  }

  private static ListFields page(Fields fields, Filter filter, int usual) {
    var limit = fields.optionalInteger(LIMIT, ListFields::limit);
    var cursor = fields.optional("cursor", ListFields::cursor);
    fields.check();
    return new ListFields(filter, Objects.requireNonNullElse(limit, usual), cursor);
  }

  /** The same list, of payments of {@code accounts} only. */
  public ListFields within(Set<MerchantAccount> accounts) {
    return new ListFields(
        new Filter(
            filter.status(),
            filter.orderId(),
            filter.phone(),
            filter.checkoutRequestId(),
            filter.receipt(),
            filter.attention(),
            accounts,
            filter.from(),
            filter.to()),
        limit,
        cursor);
  }

  private static PaymentStatus status(String text) {
    return Words.parse(PaymentStatus.values(), PaymentStatus::code, text);
  }

  private static Attention attention(String text) {
    return Words.parse(Attention.values(), Attention::code, text);
  }

  /** No database keeps the instants that Java can read at its extremes. */
  private static Instant instant(String text) {
    try {
      var instant = OffsetDateTime.parse(text).toInstant();
      if (instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
        throw new IllegalArgumentException("has to be from 1970 to 9999");
      }
      return instant;
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "has to be an instant such as 2026-11-24T09:00:00Z (in a query, + is written %2B)", e);
    }
  }

  private static int limit(long number) {
    if (number < 1 || number > FindPayments.MOST) {
      throw new IllegalArgumentException("has to be 1 to " + FindPayments.MOST + ", not " + number);
    }
    return (int) number;
  }

  private static String cursor(String text) {
    if (!CURSOR.matcher(text).matches()) {
      throw new IllegalArgumentException("is no cursor of this list");
    }
    return text;
  }
}
