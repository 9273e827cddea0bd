package io.hakika.adapter.daraja.simulator;

import io.hakika.adapter.daraja.simulator.Gate.Admitted;
import io.hakika.adapter.daraja.simulator.Gate.Rule;
import io.hakika.adapter.daraja.simulator.OpenPush.Timed;
import io.hakika.adapter.daraja.simulator.Telling.When;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Takes pushes: refuses them, holds them, or makes phones ring and answers as customers want it.
 */
final class PushDesk {

  static final String PATH = "/mpesa/stkpush/v1/processrequest";

  private final World world;
  private final Gate gate;
  private final Tokens tokens;
  private final Prompts prompts;
  private final List<Rule> rules;
  private final Holder<HeldPush> holder = new Holder<>(HeldPush::releaseIfUnanswered);
  private final Script<Scripted> script = new Script<>();
  private final Map<Tried, Integer> attempts = new LinkedHashMap<>();

  PushDesk(World world, Tokens tokens, Prompts prompts) {
    this.world = world;
    this.gate = new Gate(tokens);
    this.tokens = tokens;
    this.prompts = prompts;
    this.rules = Fields.ofPush(world.options().quirks());
  }

  /** What a test wants the next push to be answered, and whether the phone rings before. */
  record Scripted(Answer answer, Ringing ringing) {}

  /** Whether a phone rings for a scripted answer. */
  enum Ringing {
    RINGS,
    SILENT
  }

  Holder<HeldPush> holder() {
    return holder;
  }

  Script<Scripted> script() {
    return script;
  }

  void serve(Incoming request, Reply reply) {
    var admission = gate.admit(request, rules);
    if (admission instanceof Gate.TurnedAway turnedAway) {
      reply.refuse(PATH, turnedAway.why());
      return;
    }
    var push = open((Admitted) admission, reply);
    var scripted = script.next();
    if (scripted != null) {
      answer(push, scripted);
    } else if (!holder.takes(new HeldPush(this, push))) {
      proceed(push);
    }
  }

  /** Answers a push as the customer's behaviour has it. */
  void proceed(OpenPush push) {
    var story = prompts.storyOf(push.request().phone());
    var as = story.acknowledgement().at(push.entry().attempt());
    if (!as.rings()) {
      refuse(push, as);
      return;
    }
    var rung = prompts.ringUnlessBusy(push.merchant(), push.request(), misconfigured(push));
    if (rung.isEmpty()) {
      refuse(push, Acknowledgement.LOCKED);
    } else {
      acknowledge(push, rung.get(), as);
    }
  }

  /** Makes the phone ring, and leaves the push unanswered. */
  Prompt ring(OpenPush push) {
    return prompts.ring(push.merchant(), push.request(), misconfigured(push));
  }

  /** Answers at once, then the customer of {@code prompt}, if any, begins to think. */
  void answer(OpenPush push, Answer answer, @Nullable Prompt prompt) {
    push.answer(
        world,
        Timed.now(answer),
        () -> {
          if (prompt != null) {
            prompt.begin();
          }
        });
  }

  private void answer(OpenPush push, Scripted scripted) {
    answer(push, scripted.answer(), scripted.ringing() == Ringing.RINGS ? ring(push) : null);
  }

  private OpenPush open(Admitted admitted, Reply reply) {
    var push = Fields.push(admitted.body());
    var entry = new Ledger.Pushed(world.now(), push, attempt(push));
    world.ledger().write(entry);
    return new OpenPush(admitted.merchant(), admitted.token(), entry, reply);
  }

  private void refuse(OpenPush push, Acknowledgement as) {
    if (as == Acknowledgement.TOKEN_REFUSED_ONCE) {
      tokens.revoke(push.token());
    }
    var answer = new Timed(PushAnswers.refused(as), world.options().delays().acknowledgement());
    push.answer(world, answer, () -> {});
  }

  private void acknowledge(OpenPush push, Prompt prompt, Acknowledgement as) {
    var answer = new Timed(PushAnswers.rung(as, prompt.ids()), delay(as));
    if (prompt.story().telling().when() == When.EARLY) {
      prompt.beginEarly(() -> push.answer(world, answer, () -> {}));
    } else {
      push.answer(world, answer, prompt::begin);
    }
  }

  private Duration delay(Acknowledgement as) {
    var delays = world.options().delays();
    return as == Acknowledgement.SLOW ? delays.slow() : delays.acknowledgement();
  }

  /** What comes of a push whose PartyB does not fit: Daraja accepts it, then it fails. */
  private static @Nullable Story misconfigured(OpenPush push) {
    var merchant = push.merchant();
    var payee = push.request().payee();
    if (push.request().transactionType().equals(Fields.TILL)) {
      return payee.equals(merchant.tillNumber()) ? null : Story.decides(Outcome.NO_OPERATOR);
    }
    return payee.equals(merchant.shortCode()) ? null : Story.decides(Outcome.NOT_PERMITTED);
  }

  private synchronized int attempt(PushRequest push) {
    var attempt = attempts.merge(Tried.of(push), 1, Integer::sum);
    if (attempts.size() > world.options().retained()) {
      attempts.remove(attempts.keySet().iterator().next());
    }
    return attempt;
  }

  /** What tells tries of one push from another push: Daraja itself has no name for it. */
  private record Tried(String phone, String accountReference) {

    static Tried of(PushRequest push) {
      return new Tried(push.phone(), push.accountReference());
    }
  }
}
