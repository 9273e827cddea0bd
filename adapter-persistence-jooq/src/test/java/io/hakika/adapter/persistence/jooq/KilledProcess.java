package io.hakika.adapter.persistence.jooq;

import static io.hakika.application.fake.PaymentFixture.aPayment;

import io.hakika.application.fake.Walk;

/**
 * A process that opens payments until it is killed, and says the id of each once it is
 * acknowledged. Its arguments are a URL and how many payments to open, so that it never outlives
 * its test for long.
 */
final class KilledProcess {

  private KilledProcess() {}

  public static void main(String[] arguments) {
    var pool = TestDatabase.pool(arguments[0]);
    var walk = new Walk(new JooqPaymentStore(Database.over(pool, Durability.PROCESS)));
    for (var count = 0; count < Integer.parseInt(arguments[1]); count++) {
      var opened = walk.opens(aPayment());
      System.out.println(opened.payment().id());
      System.out.flush();
    }
  }
}
