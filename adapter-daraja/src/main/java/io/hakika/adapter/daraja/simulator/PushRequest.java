package io.hakika.adapter.daraja.simulator;

import java.net.URI;

/**
 * A push that keeps Daraja's rules, as it came.
 *
 * @param shortCode BusinessShortCode
 * @param transactionType {@code CustomerPayBillOnline} or {@code CustomerBuyGoodsOnline}
 * @param amount whole KES
 * @param payer PartyA
 * @param payee PartyB: the short code, or the till
 * @param phone PhoneNumber, which gets the prompt, as {@code 2547…}
 * @param callbackUrl CallBackURL
 * @param accountReference AccountReference
 * @param transactionDesc TransactionDesc, empty if there was none
 */
public record PushRequest(
    String shortCode,
    String transactionType,
    long amount,
    String payer,
    String payee,
    String phone,
    URI callbackUrl,
    String accountReference,
    String transactionDesc) {

  /** Shows neither the phone nor the callback address, whose path is a secret. */
  @Override
  public String toString() {
    return "KES "
        + amount
        + " from "
        + Masks.phone(phone)
        + " for "
        + Masks.phonesIn(accountReference);
  }
}
