package io.hakika.adapter.daraja.simulator;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/**
 * Makes tokens, ids and receipts in Daraja's forms. Each kind counts for itself, so the same seed
 * and the same order give the same ones. Safe for use by many threads.
 */
final class Ids {

  /** Safaricom's clock: ids and dates are told in it. */
  static final ZoneId EAT = ZoneId.of("Africa/Nairobi");

  private static final DateTimeFormatter IN_REQUEST_ID =
      DateTimeFormatter.ofPattern("ddMMuuuuHHmmssSSS");
  private static final String LETTERS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
  private static final String CAPITALS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  private static final String DAYS = "0123456789ABCDEFGHIJKLMNOPQRSTUV";
  private static final int TOKEN_LENGTH = 28;
  private static final int SERIAL_LENGTH = 7;
  private static final long SERIALS = 78_364_164_096L; // 36 to the power of 7

  /** Shares no divisor with 36, so that serial numbers repeat only after all were used. */
  private static final long STRIDE = 31_415_926_537L;

  private static final int FIRST_YEAR = 2006; // the year whose receipts begin with A

  private final long seed;
  private final AtomicLong tokens = new AtomicLong();
  private final AtomicLong requests = new AtomicLong();
  private final AtomicLong merchantRequests = new AtomicLong();
  private final AtomicLong receipts = new AtomicLong();

  Ids(long seed) {
    this.seed = seed;
  }

  /** 28 letters and digits. */
  String token() {
    var random = random("token", tokens.getAndIncrement());
    var token = new StringBuilder(TOKEN_LENGTH);
    for (var i = 0; i < TOKEN_LENGTH; i++) {
      token.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return token.toString();
  }

  /** The id that an error answer names. */
  String requestId() {
    var number = requests.getAndIncrement();
    return modern(random("request", number), number);
  }

  /** As since 2023: {@code f99f-4d5e-a89b-f4625afe77ab280151}. */
  String merchantRequestId() {
    var number = merchantRequests.getAndIncrement();
    return modern(random("merchant", number), number);
  }

  /** As until 2023: {@code 29115-34620561-1}. */
  String oldMerchantRequestId() {
    var number = merchantRequests.getAndIncrement();
    var random = random("merchant", number);
    return "%d-%d-1".formatted(10_000 + random.nextInt(90_000), 10_000_000 + number);
  }

  /**
   * The time in Nairobi and the last nine digits of the payer's number; a millisecond later for
   * each one that is {@code taken}.
   */
  static String checkoutRequestId(Instant at, String phone, Predicate<String> taken) {
    var candidate = at;
    while (true) {
      var id =
          "ws_CO_"
              + IN_REQUEST_ID.format(candidate.atZone(EAT))
              + phone.substring(phone.length() - 9);
      if (!taken.test(id)) {
        return id;
      }
      candidate = candidate.plusMillis(1);
    }
  }

  /** Ten capitals and digits: year, month and day, then a serial number. */
  String receipt(Instant at) {
    var day = at.atZone(EAT);
    var first = random("receipt", 0).nextLong(SERIALS);
    var serial = (first + receipts.getAndIncrement() * STRIDE) % SERIALS;
    var digits = new StringBuilder(SERIAL_LENGTH);
    for (var i = 0; i < SERIAL_LENGTH; i++) {
      digits.insert(0, CAPITALS.charAt((int) (serial % CAPITALS.length())));
      serial /= CAPITALS.length();
    }
    return dated(day) + digits;
  }

  private static String dated(ZonedDateTime day) {
    var year = (char) ('A' + Math.floorMod(day.getYear() - FIRST_YEAR, 26));
    var month = (char) ('A' + day.getMonthValue() - 1);
    return "" + year + month + DAYS.charAt(day.getDayOfMonth());
  }

  private static String modern(SplittableRandom random, long number) {
    return "%04x-%04x-%04x-%012x%06d"
        .formatted(
            random.nextInt(0x10000),
            random.nextInt(0x10000),
            random.nextInt(0x10000),
            random.nextLong(1L << 48),
            number % 1_000_000);
  }

  private SplittableRandom random(String kind, long number) {
    return new SplittableRandom(seed * 31 + kind.hashCode() + (number << 32));
  }
}
