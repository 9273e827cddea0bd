package io.hakika.domain.value;

import java.util.regex.Pattern;

/** Names the merchant account (credentials and short code) that a payment is taken for. */
public record MerchantAccount(String value) {

  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_.-]{1,40}");

  /** The account of a service that has only one. */
  public static final MerchantAccount DEFAULT = new MerchantAccount("default");

  public MerchantAccount {
    Text.matching(FORM, value, "an account name is 1 to 40 of A-Z a-z 0-9 _ . -");
  }

  @Override
  public String toString() {
    return Text.shown(value);
  }
}
