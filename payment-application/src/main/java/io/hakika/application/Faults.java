package io.hakika.application;

/** Told when something broke that no caller is waiting for. Must not throw. */
@FunctionalInterface
public interface Faults {

  /**
   * Something broke.
   *
   * @param doing what was being done, without personal data
   */
  void report(String doing, Throwable cause);
}
