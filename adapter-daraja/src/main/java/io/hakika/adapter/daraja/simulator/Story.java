package io.hakika.adapter.daraja.simulator;

import io.hakika.adapter.daraja.simulator.Telling.Form;
import io.hakika.adapter.daraja.simulator.Telling.When;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happens to the pushes to one kind of customer.
 *
 * @param outcome what the customer decides, null if never anything
 * @param pace how soon
 * @param telling the callbacks
 * @param view what queries are told
 * @param acknowledgement how the push is answered
 */
record Story(
    @Nullable Outcome outcome,
    Pace pace,
    Telling telling,
    View view,
    Acknowledgement acknowledgement) {

  /** How soon a customer decides. */
  enum Pace {
    SOON,
    SILENCE,
    LATE;

    Duration of(Delays delays) {
      return switch (this) {
        case SOON -> delays.decision();
        case SILENCE -> delays.silence();
        case LATE -> delays.late();
      };
    }
  }

  static Story pays() {
    return decides(Outcome.PAID);
  }

  static Story decides(Outcome outcome) {
    var pace =
        outcome == Outcome.NO_ANSWER || outcome == Outcome.EXPIRED ? Pace.SILENCE : Pace.SOON;
    return new Story(
        outcome,
        pace,
        new Telling(When.DECIDED, List.of(Form.TRUE)),
        View.TRUE,
        Acknowledgement.NORMAL);
  }

  static Story undecided() {
    return new Story(
        null, Pace.SOON, new Telling(When.NEVER, List.of()), View.TRUE, Acknowledgement.NORMAL);
  }

  Story late() {
    return new Story(outcome, Pace.LATE, telling, view, acknowledgement);
  }

  Story told(Form... forms) {
    return told(When.DECIDED, forms);
  }

  Story told(When when, Form... forms) {
    return new Story(outcome, pace, new Telling(when, List.of(forms)), view, acknowledgement);
  }

  Story untold() {
    return told(When.NEVER, Form.TRUE);
  }

  Story asked(View told) {
    return new Story(outcome, pace, telling, told, acknowledgement);
  }

  Story answered(Acknowledgement as) {
    return new Story(outcome, pace, telling, view, as);
  }
}
