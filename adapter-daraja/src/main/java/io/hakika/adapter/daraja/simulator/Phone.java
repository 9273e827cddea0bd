package io.hakika.adapter.daraja.simulator;

import java.util.List;

/**
 * One customer's phone in the hand of a test. What it is told holds from now on, whatever its last
 * two digits say: for prompts that ring already and are undecided, at once, and for those to come.
 * So it does not matter whether the push or the word comes first. Safe for use by many threads.
 */
public final class Phone {

  private final String number;
  private final Prompts prompts;

  Phone(String number, Prompts prompts) {
    this.number = number;
    this.prompts = prompts;
  }

  /** The number, as {@code 2547…}. */
  public String number() {
    return number;
  }

  /** Whoever holds it is {@code customer} from now on. */
  public Phone behavesAs(Customer customer) {
    prompts.tell(number, customer);
    return this;
  }

  /** Enters the PIN. */
  public Phone pays() {
    return behavesAs(Customer.PAYS);
  }

  /** Dismisses the prompt: 1032. */
  public Phone cancels() {
    return behavesAs(Customer.CANCELS);
  }

  /** Enters the PIN, without the money: 1. */
  public Phone hasNoFunds() {
    return behavesAs(Customer.NO_FUNDS);
  }

  /** Enters a wrong PIN: 2001. */
  public Phone mistypesPin() {
    return behavesAs(Customer.WRONG_PIN);
  }

  /** Does nothing; queries say that the push is still being processed, for as long as one asks. */
  public Phone staysSilent() {
    return behavesAs(Customer.NEVER_DECIDES);
  }

  /** Its prompts that are remembered, oldest first. */
  public List<Prompt> prompts() {
    return prompts.of(number);
  }

  /**
   * Waits until it has {@code count} prompts, decided or not, and returns the last of these.
   *
   * @throws IllegalStateException if it does not ring so often within the simulator's patience
   */
  public Prompt awaitPrompt(int count) {
    return prompts.await(number, count);
  }

  /** Waits for its first prompt. */
  public Prompt awaitPrompt() {
    return awaitPrompt(1);
  }

  /** Shows the mask of the number. */
  @Override
  public String toString() {
    return Masks.phone(number);
  }
}
