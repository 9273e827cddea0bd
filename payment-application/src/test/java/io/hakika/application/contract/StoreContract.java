package io.hakika.application.contract;

/** What the contracts of a database's ports have in common. */
public interface StoreContract {

  /**
   * The ports under test: over a database that is empty when a test begins, and the same one as
   * long as that test runs.
   */
  StoreUnderTest stores();
}
