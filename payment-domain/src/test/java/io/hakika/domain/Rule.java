package io.hakika.domain;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * One row of the contract's state machine, as the reference model reads it.
 *
 * @param row the row of the contract, or the sentence, that this encodes
 * @param places where it holds: statuses, and in review the reason
 * @param heard what it is about
 * @param when what else must be so
 * @param then what it does to the model
 */
record Rule(
    String row,
    List<String> places,
    String heard,
    Predicate<ReferenceModel> when,
    Consumer<ReferenceModel> then) {

  /**
   * Begins a rule: {@code row("from | evidence | to").at("pending paid").hears("good success")}.
   */
  static Draft row(String row) {
    return new Draft(row, List.of(), "", model -> true);
  }

  @Override
  public String toString() {
    return row + " (" + String.join(" ", places) + " hears " + heard + ")";
  }

  boolean fits(String place, ReferenceModel model) {
    return places.contains(place) && when.test(model);
  }

  /** A rule that does not yet say what follows. */
  record Draft(String row, List<String> places, String heard, Predicate<ReferenceModel> when) {

    Draft at(String words) {
      return new Draft(row, List.of(words.split(" ")), heard, when);
    }

    Draft hears(String what) {
      return new Draft(row, places, what, when);
    }

    Draft when(Predicate<ReferenceModel> also) {
      return new Draft(row, places, heard, when.and(also));
    }

    Rule then(Consumer<ReferenceModel> effect) {
      return new Rule(row, places, heard, when, effect);
    }
  }
}
