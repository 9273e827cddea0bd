package io.hakika.architecture.seeded.adapter.http.javalin;

import io.hakika.architecture.Breaks;

/** It writes where the operator of a service never looks. */
@Breaks("only the command line writes to a terminal")
final class Printer {

  void print() {
    System.out.println("hello");
  }
}
