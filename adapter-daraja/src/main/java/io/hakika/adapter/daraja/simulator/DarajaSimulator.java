package io.hakika.adapter.daraja.simulator;

import java.net.URI;

/**
 * Daraja on this machine: a server that takes tokens, pushes and queries and sends callbacks as
 * Daraja does, with customers who behave by the last two digits of their number.
 *
 * <pre>{@code
 * try (var daraja = DarajaSimulator.start(SimulatorOptions.quick())) {
 *   var phone = daraja.phone("254712345678").staysSilent();
 *   checkout(daraja.baseUrl());
 *   phone.pays();
 *   daraja.ledger().awaitCallbacks(1);
 * }
 * }</pre>
 *
 * <p>Safe for use by many threads; several may run side by side. Nothing runs after {@link #close}.
 */
public final class DarajaSimulator implements AutoCloseable {

  private DarajaSimulator() {}

  /**
   * Starts a simulator.
   *
   * @throws java.io.UncheckedIOException if the address cannot be listened on
   */
  public static DarajaSimulator start(SimulatorOptions options) {
    throw new UnsupportedOperationException();
  }

  /** Where clients reach it, such as {@code http://127.0.0.1:40123}. */
  public URI baseUrl() {
    throw new UnsupportedOperationException();
  }

  /** The first merchant whom it knows. */
  public Merchant merchant() {
    throw new UnsupportedOperationException();
  }

  /**
   * The phone of this number.
   *
   * @param number {@code 2547…} or {@code 2541…}, twelve digits
   */
  public Phone phone(String number) {
    throw new UnsupportedOperationException();
  }

  public Ledger ledger() {
    throw new UnsupportedOperationException();
  }

  /** Holds pushes from now on; one hold of pushes at a time. */
  public Hold<HeldPush> holdPushes() {
    throw new UnsupportedOperationException();
  }

  /** Holds queries from now on; one hold of queries at a time. */
  public Hold<HeldQuery> holdQueries() {
    throw new UnsupportedOperationException();
  }

  /** Answers the next request for a token with this; several are used up in order. */
  public void nextToken(Answer answer) {
    throw new UnsupportedOperationException();
  }

  /** Answers the next push that keeps the rules with this, and nothing rings. */
  public void nextPush(Answer answer) {
    throw new UnsupportedOperationException();
  }

  /** Answers the next push that keeps the rules with this, but the phone rings all the same. */
  public void nextPushRingsBut(Answer answer) {
    throw new UnsupportedOperationException();
  }

  /** Answers the next query that keeps the rules with this. */
  public void nextQuery(Answer answer) {
    throw new UnsupportedOperationException();
  }

  /** Sends this instead of the next callback that a customer's behaviour would send. */
  public void nextCallback(String body) {
    throw new UnsupportedOperationException();
  }

  /** Invalidates every token, as if they had run out. */
  public void forgetTokens() {
    throw new UnsupportedOperationException();
  }

  /** Stops listening, drops what was to come and ends every thread. */
  @Override
  public void close() {
    throw new UnsupportedOperationException();
  }
}
