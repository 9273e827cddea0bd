package io.hakika.architecture.seeded.adapter.http.javalin;

import io.hakika.architecture.Breaks;

/** A page, shown to everybody though nobody asked for it. */
@Breaks("an adapter shows what it offers and no more")
public final class Page {

  public String text() {
    return "";
  }
}
