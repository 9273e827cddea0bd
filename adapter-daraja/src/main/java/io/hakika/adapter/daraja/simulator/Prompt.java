package io.hakika.adapter.daraja.simulator;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One push that rings on a phone, for a test that decides its fate. Safe for use by many threads.
 */
public final class Prompt {

  private final World world;
  private final Postman postman;
  private final Beginning beginning;

  private Story story;
  private @Nullable Decision decision;
  private int asked;
  private boolean told;

  Prompt(World world, Postman postman, Beginning beginning) {
    this.world = world;
    this.postman = postman;
    this.beginning = beginning;
    this.story = beginning.story();
  }

  /** How a prompt begins: whose it is, what it is for, and what the customer is to do. */
  record Beginning(Merchant merchant, PushRequest request, PushIds ids, Story story, Instant at) {}

  /** What became of it. */
  record Decision(Outcome outcome, @Nullable String receipt, Instant at) {}

  /** Daraja's id of this push. */
  public String checkoutRequestId() {
    return beginning.ids().checkoutRequestId();
  }

  public String merchantRequestId() {
    return beginning.ids().merchantRequestId();
  }

  /** The push that made it ring. */
  public PushRequest request() {
    return beginning.request();
  }

  /** The result code once the customer has decided, null before. */
  public synchronized @Nullable String resultCode() {
    return decision == null ? null : decision.outcome().code();
  }

  /** The receipt if it was paid, null otherwise. */
  public synchronized @Nullable String receipt() {
    return decision == null ? null : decision.receipt();
  }

  /**
   * The customer decides now, and tells as {@code customer} does: at once, whatever the delays say.
   *
   * @throws IllegalStateException if it was decided before
   */
  public void answerNow(Customer customer) {
    if (!becomes(customer.story())) {
      throw new IllegalStateException("the customer has decided: " + resultCode());
    }
  }

  /**
   * Sends the callback of what was decided now, in this thread: a late one, or one more.
   *
   * @return the ledger's entry, with the receiver's answer
   * @throws IllegalStateException if nothing was decided yet
   */
  public Ledger.CalledBack callBack() {
    synchronized (this) {
      told = true;
    }
    return postman.send(this, decision(), Telling.Form.TRUE);
  }

  /** Sends {@code body} to this push's callback address now, in this thread, whatever it says. */
  public Ledger.CalledBack callBackWith(String body) {
    return postman.post(this, body);
  }

  PushIds ids() {
    return beginning.ids();
  }

  Merchant merchant() {
    return beginning.merchant();
  }

  /** What was decided. */
  synchronized Decision decision() {
    if (decision == null) {
      throw new IllegalStateException("the customer has not decided yet");
    }
    return decision;
  }

  /** Whether it still keeps the phone busy. */
  synchronized boolean isOpen(Instant now) {
    return decision == null
        && now.isBefore(beginning.at().plus(world.options().delays().silence()));
  }

  synchronized Story story() {
    return story;
  }

  boolean shows(Quirk quirk) {
    return world.shows(quirk);
  }

  /** Counts a query; answers how many came before. */
  synchronized int asked() {
    return asked++;
  }

  /** Whether a test has sent the callback by hand, so that a late one need not come. */
  synchronized boolean isTold() {
    return told;
  }

  /** The push was answered: from now on the customer thinks. */
  void begin() {
    var current = story();
    if (current.outcome() != null) {
      world.crew().after(current.pace().of(world.options().delays()), () -> decide(current));
    }
  }

  /** The customer decides and tells before the push is answered, which {@code answers} it. */
  void beginEarly(Runnable answers) {
    world.crew().now(() -> decideEarly(answers));
  }

  private void decideEarly(Runnable answers) {
    var current = story();
    var made = make(current);
    if (made != null) {
      postman.tellInOrder(this, made, current.telling());
    }
    answers.run();
  }

  /**
   * The customer is another from now on, and decides at once; false if that is too late.
   *
   * @param other what the other customer does
   */
  boolean becomes(Story other) {
    synchronized (this) {
      if (decision != null) {
        return false;
      }
      story = other;
    }
    return other.outcome() == null || decide(other);
  }

  private boolean decide(Story as) {
    var made = make(as);
    if (made != null) {
      postman.tell(this, made, as.telling());
    }
    return made != null;
  }

  /** Decides, unless it was decided or the customer has become another since. */
  private synchronized @Nullable Decision make(Story as) {
    var outcome = as.outcome();
    if (decision != null || story != as || outcome == null) {
      return null;
    }
    var now = world.now();
    decision = new Decision(outcome, outcome == Outcome.PAID ? charge(now) : null, now);
    return decision;
  }

  /** Takes the money; answers the receipt. */
  String charge(Instant now) {
    var receipt = world.ids().receipt(now);
    var charged =
        new Ledger.Charged(
            now, receipt, request().amount(), request().phone(), checkoutRequestId());
    world.ledger().write(charged);
    return receipt;
  }

  /** Shows no id: its end repeats the payer's number. */
  @Override
  public String toString() {
    return "prompt for " + request();
  }
}
