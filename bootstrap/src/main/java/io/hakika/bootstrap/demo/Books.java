package io.hakika.bootstrap.demo;

import static java.util.stream.Collectors.counting;

import io.hakika.adapter.daraja.simulator.Ledger;
import io.hakika.adapter.daraja.simulator.Ledger.Charged;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Audits the payments against the other side's books. */
final class Books {

  private final Ledger ledger;

  Books(Ledger ledger) {
    this.ledger = ledger;
  }

  /** Each promise that can be audited, and whether it was kept. */
  List<Check> audit(List<JsonNode> payments) {
    return List.of(
        new Check("no payment let a phone ring twice", ringOnce()),
        new Check("every receipt is in Daraja's books, on one payment", receipts(payments)),
        new Check("every payment that is paid was charged once, its amount", charged(payments)));
  }

  private boolean ringOnce() {
    var rings =
        ledger.prompts().stream()
            .collect(Collectors.groupingBy(rang -> rang.request().callbackUrl(), counting()));
    return ledger.dropped() == 0 && rings.values().stream().allMatch(count -> count == 1);
  }

  private boolean receipts(List<JsonNode> payments) {
    var held = payments.stream().map(Books::receipt).filter(text -> !text.isEmpty()).toList();
    var known = ledger.charges().stream().map(Charged::receipt).collect(Collectors.toSet());
    return known.containsAll(held) && held.stream().distinct().count() == held.size();
  }

  private boolean charged(List<JsonNode> payments) {
    return payments.stream()
        .filter(payment -> payment.path("status").asString("").equals("paid"))
        .allMatch(this::chargedOnce);
  }

  private boolean chargedOnce(JsonNode payment) {
    var request = payment.path("checkoutRequestId").asString("");
    var charges =
        ledger.charges().stream()
            .filter(charge -> charge.checkoutRequestId().equals(request))
            .toList();
    return charges.size() == 1
        && charges.get(0).receipt().equals(receipt(payment))
        && charges.get(0).amount() == payment.path("amount").asLong();
  }

  private static String receipt(JsonNode payment) {
    return payment.path("mpesaReceiptNumber").asString("");
  }

  /** A promise, and whether it was kept. */
  record Check(String promise, boolean kept) {}
}
