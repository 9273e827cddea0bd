package io.hakika.bootstrap.service;

/** The service cannot start, for a reason outside its settings that one line tells. */
public sealed class StartFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  StartFailure(String line, Throwable cause) {
    super(line, cause);
  }

  StartFailure(String line) {
    super(line);
  }

  /** Another process has the embedded database. */
  public static final class DatabaseInUse extends StartFailure {

    private static final long serialVersionUID = 1L;

    DatabaseInUse(Throwable cause) {
      super(
          "the database is in use by another process, and an embedded H2 has one at a time", cause);
    }
  }
}
