package io.hakika.bootstrap.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.pattern.CompositeConverter;
import io.hakika.domain.value.Msisdn;
import java.util.regex.Pattern;

/**
 * Hides phone numbers, CheckoutRequestIDs (their last nine digits are a phone), callback tokens and
 * keys in whole log lines, stack traces included. Our own code logs none; a database driver that
 * quotes a row would.
 */
public final class Hiding extends CompositeConverter<ILoggingEvent> {

  private static final Pattern REQUEST_ID = Pattern.compile("(ws_CO_[0-9]*?)[0-9]{9}(?![0-9])");
  private static final Pattern TOKEN = Pattern.compile("(?<![0-9a-fA-F])[0-9a-f]{48}");
  private static final Pattern KEY = Pattern.compile("hk_[A-Za-z0-9_-]{8,}|whsec_[A-Za-z0-9+/=]+");
  private static final Pattern BEARER =
      Pattern.compile("(?i)(bearer|basic) [A-Za-z0-9._~+/=-]{8,}");

  @Override
  protected String transform(ILoggingEvent event, String line) {
    return hide(line);
  }

  static String hide(String line) {
    var text = REQUEST_ID.matcher(line).replaceAll("$1•••••••••");
    text = TOKEN.matcher(text).replaceAll("[token]");
    text = KEY.matcher(text).replaceAll("[key]");
    text = BEARER.matcher(text).replaceAll("$1 [hidden]");
    return Msisdn.maskAll(text);
  }
}
