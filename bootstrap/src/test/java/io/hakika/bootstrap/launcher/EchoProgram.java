package io.hakika.bootstrap.launcher;

import java.util.List;

/** Stands in the launcher's jar: says what it was called with, and ends with the last of it. */
public final class EchoProgram {

  private EchoProgram() {}

  public static void main(String[] arguments) {
    System.out.println("called with " + List.of(arguments));
    System.exit(Integer.parseInt(arguments[arguments.length - 1]));
  }
}
