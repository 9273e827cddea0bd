package io.hakika.adapter.daraja.simulator;

import java.time.Duration;

/**
 * How long things take in the simulated world, none negative and none over a day.
 *
 * @param acknowledgement until a push is answered
 * @param decision from that answer until the customer has decided
 * @param silence from that answer until M-Pesa gives up on a customer who does nothing
 * @param late from that answer until a late customer has decided, and from a decision until a late
 *     callback
 * @param slow until a push is answered where the answer is slow
 * @param stall how long a stalled answer keeps its connection before it is cut
 */
public record Delays(
    Duration acknowledgement,
    Duration decision,
    Duration silence,
    Duration late,
    Duration slow,
    Duration stall) {

  private static final Duration LONGEST = Duration.ofDays(1);

  public Delays {
    check("acknowledgement", acknowledgement);
    check("decision", decision);
    check("silence", silence);
    check("late", late);
    check("slow", slow);
    check("stall", stall);
  }

  /** As with people: an acknowledgement in a second, a payment some seconds later. */
  public static Delays human() {
    return new Delays(
        Duration.ofSeconds(1),
        Duration.ofSeconds(5),
        Duration.ofSeconds(25),
        Duration.ofMinutes(2),
        Duration.ofSeconds(12),
        Duration.ofMinutes(1));
  }

  /** As little as shows the order of things: for tests and demonstrations. Stalls last a minute. */
  public static Delays tiny() {
    return new Delays(
        Duration.ZERO,
        Duration.ofMillis(10),
        Duration.ofMillis(20),
        Duration.ofMillis(300),
        Duration.ofMillis(300),
        Duration.ofMinutes(1));
  }

  /** The same world, {@code times} faster. */
  public Delays faster(int times) {
    return new Delays(
        acknowledgement.dividedBy(times),
        decision.dividedBy(times),
        silence.dividedBy(times),
        late.dividedBy(times),
        slow.dividedBy(times),
        stall.dividedBy(times));
  }

  public Delays withAcknowledgement(Duration after) {
    return new Delays(after, decision, silence, late, slow, stall);
  }

  public Delays withDecision(Duration after) {
    return new Delays(acknowledgement, after, silence, late, slow, stall);
  }

  public Delays withSilence(Duration after) {
    return new Delays(acknowledgement, decision, after, late, slow, stall);
  }

  public Delays withLate(Duration after) {
    return new Delays(acknowledgement, decision, silence, after, slow, stall);
  }

  public Delays withSlow(Duration after) {
    return new Delays(acknowledgement, decision, silence, late, after, stall);
  }

  public Delays withStall(Duration after) {
    return new Delays(acknowledgement, decision, silence, late, slow, after);
  }

  private static void check(String name, Duration delay) {
    if (delay.isNegative() || delay.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(name + " is nothing to a day, not " + delay);
    }
  }
}
