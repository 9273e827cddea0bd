package io.hakika.architecture.seeded.bootstrap.demo;

/** The demo may write to the terminal. */
final class Stage {

  void print() {
    System.out.println("hello");
  }
}
