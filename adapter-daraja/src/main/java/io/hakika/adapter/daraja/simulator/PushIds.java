package io.hakika.adapter.daraja.simulator;

/** The two ids that Daraja gives an accepted push. */
record PushIds(String merchantRequestId, String checkoutRequestId) {

  @Override
  public String toString() {
    return Masks.requestId(checkoutRequestId);
  }
}
