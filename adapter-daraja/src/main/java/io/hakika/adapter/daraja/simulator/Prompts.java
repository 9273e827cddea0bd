package io.hakika.adapter.daraja.simulator;

import io.hakika.adapter.daraja.simulator.Prompt.Beginning;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Every prompt that is remembered, and what tests told phones to do. */
final class Prompts {

  private final World world;
  private final Postman postman;
  private final Map<String, Prompt> byId = new LinkedHashMap<>();
  private final Map<String, List<Prompt>> byPhone = new LinkedHashMap<>();
  private final Map<String, Customer> told = new LinkedHashMap<>();

  Prompts(World world, Postman postman) {
    this.world = world;
    this.postman = postman;
  }

  /** How the customer who holds this phone behaves. */
  synchronized Story storyOf(String phone) {
    var customer = told.get(phone);
    return (customer == null ? Customer.of(phone) : customer).story();
  }

  /** Makes the phone ring; not if it is busy and phones can be. */
  synchronized Optional<Prompt> ringUnlessBusy(
      Merchant merchant, PushRequest push, @Nullable Story instead) {
    var busy = world.shows(Quirk.ONE_PROMPT_PER_PHONE) && isBusy(push.phone());
    return busy ? Optional.empty() : Optional.of(ring(merchant, push, instead));
  }

  /** Makes the phone ring. The story is the customer's, unless there is another {@code instead}. */
  synchronized Prompt ring(Merchant merchant, PushRequest push, @Nullable Story instead) {
    var now = world.now();
    var merchantRequestId =
        world.shows(Quirk.OLD_MERCHANT_REQUEST_IDS)
            ? world.ids().oldMerchantRequestId()
            : world.ids().merchantRequestId();
    var id = Ids.checkoutRequestId(now, push.phone(), byId::containsKey);
    var story = instead == null ? storyOf(push.phone()) : instead;
    var ids = new PushIds(merchantRequestId, id);
    var prompt = new Prompt(world, postman, new Beginning(merchant, push, ids, story, now));
    remember(prompt);
    world.ledger().write(new Ledger.Rang(now, id, push));
    notifyAll();
    return prompt;
  }

  synchronized Optional<Prompt> find(String checkoutRequestId) {
    return Optional.ofNullable(byId.get(checkoutRequestId));
  }

  private boolean isBusy(String phone) {
    var now = world.now();
    return of(phone).stream().anyMatch(prompt -> prompt.isOpen(now));
  }

  synchronized List<Prompt> of(String phone) {
    return List.copyOf(byPhone.getOrDefault(phone, List.of()));
  }

  synchronized Prompt await(String phone, int count) {
    var patience = world.options().patience();
    var patient = new Patience(patience);
    while (of(phone).size() < count) {
      if (!patient.waitOn(this)) {
        throw new IllegalStateException(
            "the phone rang %d of %d times within %s".formatted(of(phone).size(), count, patience));
      }
    }
    return of(phone).get(count - 1);
  }

  /** This phone's customer is {@code customer} from now on. */
  void tell(String phone, Customer customer) {
    List<Prompt> open;
    synchronized (this) {
      if (told.size() >= world.options().retained() && !told.containsKey(phone)) {
        throw new IllegalStateException("more phones were told what to do than are retained");
      }
      told.put(phone, customer);
      open = of(phone);
    }
    open.forEach(prompt -> prompt.becomes(customer.story()));
  }

  private void remember(Prompt prompt) {
    byId.put(prompt.checkoutRequestId(), prompt);
    byPhone.computeIfAbsent(prompt.request().phone(), phone -> new ArrayList<>()).add(prompt);
    if (byId.size() > world.options().retained()) {
      forget(byId.values().iterator().next());
    }
  }

  private void forget(Prompt oldest) {
    byId.remove(oldest.checkoutRequestId());
    var phone = oldest.request().phone();
    var left = byPhone.getOrDefault(phone, List.of());
    left.remove(oldest);
    if (left.isEmpty()) {
      byPhone.remove(phone);
    }
  }
}
