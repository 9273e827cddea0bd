package io.hakika.adapter.daraja;

/** Where an address may be plain http. */
enum Plain {
  NOWHERE("it must be https"),
  LOOPBACK("it must be https; plain http is for loopback addresses alone"),
  PRIVATE("it must be https; plain http is for loopback and private addresses alone");

  private final String rule;

  Plain(String rule) {
    this.rule = rule;
  }

  boolean allows(String host) {
    return switch (this) {
      case NOWHERE -> false;
      case LOOPBACK -> Addresses.isLoopback(host);
      case PRIVATE -> Addresses.isLoopback(host) || Addresses.isPrivate(host);
    };
  }

  String rule() {
    return rule;
  }
}
