package io.hakika.adapter.daraja.simulator;

import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * How a simulator is set up. Start from {@link #human()} or {@link #quick()}.
 *
 * @param host the address it listens on, {@code 127.0.0.1} unless told otherwise
 * @param port the port it listens on, 0 for any
 * @param merchants whom it knows: at least one, no consumer key or short code twice
 * @param delays how long things take
 * @param quirks the behaviour to show where sources disagree
 * @param reach where callbacks may go
 * @param clock what its time stamps say; delays are real time
 * @param seed what tokens, receipts and request ids are made from: the same seed and the same
 *     requests in the same order give the same ones
 * @param patience how long the handles for tests wait for what should happen, then they fail
 * @param retained how many entries of each kind the ledger keeps, how many prompts are remembered
 * @param listener is told every ledger entry as it is written, one at a time; must be quick and not
 *     throw
 */
public record SimulatorOptions(
    String host,
    int port,
    List<Merchant> merchants,
    Delays delays,
    Set<Quirk> quirks,
    Reach reach,
    Clock clock,
    long seed,
    Duration patience,
    int retained,
    Consumer<? super Ledger.Entry> listener) {

  private static final int MOST_RETAINED = 1_000_000;

  public SimulatorOptions {
    merchants = List.copyOf(merchants);
    quirks = Set.copyOf(quirks);
    require(!host.isBlank() && host.length() <= 253, "host is the address to listen on");
    require(
        !Neighbourhood.isSafaricom(host),
        "host belongs to Safaricom: the simulator refuses to stand in for production");
    require(port >= 0 && port <= 65_535, "port is 0 to 65535, not " + port);
    require(!merchants.isEmpty(), "merchants: at least one");
    require(
        distinct(merchants.stream().map(Merchant::consumerKey).toList()),
        "merchants: two have the same consumerKey");
    require(
        distinct(merchants.stream().map(Merchant::shortCode).toList()),
        "merchants: two have the same shortCode");
    require(
        !patience.isNegative() && !patience.isZero() && patience.toHours() < 1,
        "patience is more than nothing and less than an hour, not " + patience);
    require(
        retained >= 1 && retained <= MOST_RETAINED,
        "retained is 1 to " + MOST_RETAINED + ", not " + retained);
  }

  /** For people to play with: one standard merchant, loopback, human delays. */
  public static SimulatorOptions human() {
    return new SimulatorOptions(
        "127.0.0.1",
        0,
        List.of(Merchant.standard()),
        Delays.human(),
        Set.of(),
        Reach.NEARBY,
        Clock.systemUTC(),
        1,
        Duration.ofSeconds(10),
        100_000,
        entry -> {});
  }

  /** For tests and demonstrations: the same with {@link Delays#tiny()}. */
  public static SimulatorOptions quick() {
    return human().withDelays(Delays.tiny());
  }

  public SimulatorOptions withHost(String host) {
    return new SimulatorOptions(
        host, port, merchants, delays, quirks, reach, clock, seed, patience, retained, listener);
  }

  public SimulatorOptions withPort(int port) {
    return new SimulatorOptions(
        host, port, merchants, delays, quirks, reach, clock, seed, patience, retained, listener);
  }

  /** Knows these and no others. */
  public SimulatorOptions withMerchants(Merchant... known) {
    return new SimulatorOptions(
        host,
        port,
        List.of(known),
        delays,
        quirks,
        reach,
        clock,
        seed,
        patience,
        retained,
        listener);
  }

  public SimulatorOptions withDelays(Delays delays) {
    return new SimulatorOptions(
        host, port, merchants, delays, quirks, reach, clock, seed, patience, retained, listener);
  }

  /** Shows these quirks and no others. */
  public SimulatorOptions withQuirks(Quirk... shown) {
    return new SimulatorOptions(
        host,
        port,
        merchants,
        delays,
        Set.of(shown),
        reach,
        clock,
        seed,
        patience,
        retained,
        listener);
  }

  public SimulatorOptions withReach(Reach reach) {
    return new SimulatorOptions(
        host, port, merchants, delays, quirks, reach, clock, seed, patience, retained, listener);
  }

  public SimulatorOptions withClock(Clock clock) {
    return new SimulatorOptions(
        host, port, merchants, delays, quirks, reach, clock, seed, patience, retained, listener);
  }

  public SimulatorOptions withSeed(long seed) {
    return new SimulatorOptions(
        host, port, merchants, delays, quirks, reach, clock, seed, patience, retained, listener);
  }

  public SimulatorOptions withPatience(Duration patience) {
    return new SimulatorOptions(
        host, port, merchants, delays, quirks, reach, clock, seed, patience, retained, listener);
  }

  public SimulatorOptions withRetained(int retained) {
    return new SimulatorOptions(
        host, port, merchants, delays, quirks, reach, clock, seed, patience, retained, listener);
  }

  public SimulatorOptions withListener(Consumer<? super Ledger.Entry> listener) {
    return new SimulatorOptions(
        host, port, merchants, delays, quirks, reach, clock, seed, patience, retained, listener);
  }

  private static boolean distinct(List<String> names) {
    return new HashSet<>(names).size() == names.size();
  }

  private static void require(boolean held, String rule) {
    if (!held) {
      throw new IllegalArgumentException(rule);
    }
  }
}
