package io.hakika.application;

/** Whether the application is being closed: long work ends after its next step. */
final class Closing {

  private volatile boolean begun;

  void begin() {
    begun = true;
  }

  boolean begun() {
    return begun;
  }
}
