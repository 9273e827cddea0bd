package io.hakika.adapter.daraja.simulator;

import io.hakika.adapter.daraja.simulator.Ledger.CalledBack;
import io.hakika.adapter.daraja.simulator.Prompt.Decision;
import io.hakika.adapter.daraja.simulator.Telling.Form;
import io.hakika.adapter.daraja.simulator.Telling.When;
import java.util.Objects;

/** Tells merchants what customers decided: when, how often, and in which words. */
final class Postman {

  private static final int MOST_TRIES = 3;

  private final World world;
  private final CallbackCaller caller;
  private final Script<String> script = new Script<>();

  Postman(World world) {
    this.world = world;
    this.caller = new CallbackCaller(world.options().reach());
  }

  /** What callbacks say instead, one after the other. */
  Script<String> script() {
    return script;
  }

  /** Begins to tell what was decided, on other threads. */
  void tell(Prompt prompt, Decision decision, Telling telling) {
    switch (telling.when()) {
      case DECIDED, EARLY -> world.crew().now(() -> tellInOrder(prompt, decision, telling));
      case AT_ONCE ->
          telling.forms().forEach(form -> world.crew().now(() -> tell(prompt, decision, form)));
      case LATE ->
          world
              .crew()
              .after(
                  world.options().delays().late(), () -> tellIfNotYet(prompt, decision, telling));
      case NEVER -> {}
    }
  }

  /** Tells everything in this thread, each callback after the one before was answered. */
  void tellInOrder(Prompt prompt, Decision decision, Telling telling) {
    if (telling.when() != When.NEVER) {
      telling.forms().forEach(form -> tell(prompt, decision, form));
    }
  }

  private void tellIfNotYet(Prompt prompt, Decision decision, Telling telling) {
    if (!prompt.isTold()) {
      tellInOrder(prompt, decision, telling);
    }
  }

  private void tell(Prompt prompt, Decision decision, Form form) {
    var scripted = script.next();
    var body = scripted == null ? body(prompt, decision, form) : scripted;
    tryToPost(prompt, body, 1);
  }

  private void tryToPost(Prompt prompt, String body, int attempt) {
    var sent = post(prompt, body);
    if (!sent.delivered() && world.shows(Quirk.CALLBACKS_RETRIED) && attempt < MOST_TRIES) {
      world
          .crew()
          .after(world.options().delays().decision(), () -> tryToPost(prompt, body, attempt + 1));
    }
  }

  /** Sends one callback in this thread. */
  CalledBack send(Prompt prompt, Decision decision, Form form) {
    return post(prompt, body(prompt, decision, form));
  }

  /** Sends these words as a callback in this thread. */
  CalledBack post(Prompt prompt, String body) {
    var shortCode = prompt.merchant().shortCode();
    var reply = caller.post(prompt.request().callbackUrl(), shortCode, body);
    var entry =
        new CalledBack(
            world.now(), prompt.checkoutRequestId(), body, reply.status(), reply.answer());
    world.ledger().write(entry);
    return entry;
  }

  private String body(Prompt prompt, Decision decision, Form form) {
    return new CallbackBody(prompt, said(prompt, decision, form), form).json();
  }

  /** The decision with the receipt that a callback of this form shows. */
  private Decision said(Prompt prompt, Decision decision, Form form) {
    var receipt =
        switch (form) {
          case SECOND_PAYMENT -> prompt.charge(world.now());
          case TAKEN_RECEIPT ->
              Objects.requireNonNullElse(
                  world.ledger().receiptOfAnother(prompt.checkoutRequestId()), decision.receipt());
          default -> decision.receipt();
        };
    return new Decision(decision.outcome(), receipt, decision.at());
  }
}
