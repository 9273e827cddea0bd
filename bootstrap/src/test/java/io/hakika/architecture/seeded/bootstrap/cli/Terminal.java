package io.hakika.architecture.seeded.bootstrap.cli;

/** The command line may write to the terminal. */
final class Terminal {

  void print() {
    System.out.println("hello");
  }
}
