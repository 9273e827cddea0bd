package io.hakika.adapter.daraja.simulator;

import io.hakika.adapter.daraja.simulator.Gate.Admitted;
import io.hakika.adapter.daraja.simulator.Gate.Rule;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Takes queries. */
final class QueryDesk {

  static final String PATH = "/mpesa/stkpushquery/v1/query";

  /** Five a minute, without a burst. */
  private static final Duration BETWEEN = Duration.ofSeconds(12);

  private final World world;
  private final Gate gate;
  private final Prompts prompts;
  private final QueryAnswers answers;
  private final List<Rule> rules = Fields.ofQuery();
  private final Holder<HeldQuery> holder = new Holder<>(HeldQuery::releaseIfUnanswered);
  private final Script<Answer> script = new Script<>();
  private final Map<String, Instant> nextAllowed = new HashMap<>();

  QueryDesk(World world, Tokens tokens, Prompts prompts) {
    this.world = world;
    this.gate = new Gate(tokens);
    this.prompts = prompts;
    this.answers = new QueryAnswers(world);
  }

  /** A query that keeps the rules and is not answered yet. */
  record OpenQuery(Merchant merchant, Ledger.Asked entry, Reply reply) {}

  Holder<HeldQuery> holder() {
    return holder;
  }

  Script<Answer> script() {
    return script;
  }

  void serve(Incoming request, Reply reply) {
    var admission = gate.admit(request, rules);
    if (admission instanceof Gate.TurnedAway turnedAway) {
      reply.refuse(PATH, turnedAway.why());
      return;
    }
    var query = open((Admitted) admission, reply);
    var scripted = script.next();
    if (scripted != null) {
      answer(query, scripted);
    } else if (world.shows(Quirk.FEW_QUERIES) && !allows(query.merchant())) {
      answer(query, QueryAnswers.throttled());
    } else if (!holder.takes(new HeldQuery(this, query))) {
      proceed(query);
    }
  }

  /** Answers what is known of the push. */
  void proceed(OpenQuery query) {
    var known =
        prompts
            .find(query.entry().checkoutRequestId())
            .filter(prompt -> prompt.merchant().equals(query.merchant()));
    answer(query, known.map(answers::about).orElseGet(answers::unknown));
  }

  void answer(OpenQuery query, Answer answer) {
    world.ledger().write(new Ledger.Answered(world.now(), query.entry(), answer));
    query.reply().send(answer);
  }

  private OpenQuery open(Admitted admitted, Reply reply) {
    var id = Fields.text(admitted.body(), Fields.CHECKOUT_REQUEST_ID);
    var entry = new Ledger.Asked(world.now(), id);
    world.ledger().write(entry);
    return new OpenQuery(admitted.merchant(), entry, reply);
  }

  private synchronized boolean allows(Merchant merchant) {
    var now = world.now();
    var allowed = nextAllowed.get(merchant.consumerKey());
    if (allowed != null && now.isBefore(allowed)) {
      return false;
    }
    nextAllowed.put(merchant.consumerKey(), now.plus(BETWEEN));
    return true;
  }
}
