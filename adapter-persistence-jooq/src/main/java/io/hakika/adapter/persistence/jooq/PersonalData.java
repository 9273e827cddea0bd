package io.hakika.adapter.persistence.jooq;

import io.hakika.domain.value.CheckoutRequestId;
import io.hakika.domain.value.Msisdn;

/**
 * The one place that knows how a phone number, and a CheckoutRequestID which repeats it, are kept:
 * a stored form that can be read back, an index to look them up by, and a mask for strangers.
 *
 * <p>Both are plain today. The stored form names its own kind, so that sealed ones can stand beside
 * plain ones once there is a key, in the same columns.
 */
final class PersonalData {

  private static final String PLAIN = "plain:";

  String stored(Msisdn phone) {
    return PLAIN + phone.digits();
  }

  String index(Msisdn phone) {
    return phone.digits();
  }

  Msisdn phone(String stored) {
    return new Msisdn(opened(stored));
  }

  String stored(CheckoutRequestId id) {
    return PLAIN + id.value();
  }

  String index(CheckoutRequestId id) {
    return id.value();
  }

  CheckoutRequestId checkoutRequestId(String stored) {
    return new CheckoutRequestId(opened(stored));
  }

  private static String opened(String stored) {
    if (!stored.startsWith(PLAIN)) {
      throw new IllegalArgumentException("it is sealed in a way that this version does not know");
    }
    return stored.substring(PLAIN.length());
  }
}
