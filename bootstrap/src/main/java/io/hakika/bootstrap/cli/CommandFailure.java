package io.hakika.bootstrap.cli;

/** A command cannot do what it was asked, for a reason that one line tells. Exit code 1. */
final class CommandFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  CommandFailure(String line) {
    super(line);
  }
}
