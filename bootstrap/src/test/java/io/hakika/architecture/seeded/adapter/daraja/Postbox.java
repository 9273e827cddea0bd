package io.hakika.architecture.seeded.adapter.daraja;

import io.hakika.architecture.Breaks;
import io.hakika.architecture.seeded.adapter.http.javalin.Page;

/** One adapter must not know another. */
@Breaks("adapters do not see each other")
final class Postbox {

  String page(Page page) {
    return page.text();
  }
}
