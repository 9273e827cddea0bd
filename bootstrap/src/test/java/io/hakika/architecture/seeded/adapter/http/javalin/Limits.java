package io.hakika.architecture.seeded.adapter.http.javalin;

import io.hakika.architecture.Breaks;
import java.util.concurrent.atomic.AtomicInteger;

/** It can be changed though it cannot be replaced. */
@Breaks("nothing static can change")
final class Limits {

  static final AtomicInteger MOST = new AtomicInteger(7);

  private Limits() {}
}
