package io.hakika.architecture.seeded.adapter.http.javalin;

import io.hakika.architecture.Breaks;

/** It counts for all services in one process together. */
@Breaks("nothing static can change")
final class Counter {

  private static int count;

  int next() {
    return ++count;
  }
}
