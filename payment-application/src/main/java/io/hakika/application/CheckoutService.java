package io.hakika.application;

import io.hakika.application.port.driven.PaymentQueries;
import io.hakika.application.port.driven.PaymentQueries.Details;
import io.hakika.application.port.driven.PaymentStore;
import io.hakika.application.port.driven.PaymentStore.Added;
import io.hakika.application.port.driven.PaymentStore.IdempotencyKey;
import io.hakika.application.port.driven.PaymentStore.Opening;
import io.hakika.application.port.driven.PaymentStore.Stored;
import io.hakika.application.port.driven.StkGateway;
import io.hakika.application.port.driving.StartCheckout;
import io.hakika.domain.Order;
import io.hakika.domain.Paid;
import io.hakika.domain.Patience;
import io.hakika.domain.Pending;
import io.hakika.domain.value.AccountReference;
import io.hakika.domain.value.MerchantAccount;
import io.hakika.domain.value.PaymentId;
import io.hakika.domain.value.Shillings;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Opens payments: write the claim, send the push, write the answer. Two transactions. */
final class CheckoutService implements StartCheckout {

  private static final Pattern KEY_FORM = Pattern.compile("[\\x21-\\x7E]{1,255}");

  private final PaymentStore store;
  private final PaymentQueries queries;
  private final StkGateway gateway;
  private final Pushing pushing;
  private final OrderMint mint;
  private final CheckoutRules rules;
  private final Patience patience;
  private final Clock clock;
  private final Executor calls;
  private final Closing closing;
  private final Faults faults;

  CheckoutService(Parts parts, Pushing pushing, OrderMint mint) {
    this.store = parts.store();
    this.queries = parts.queries();
    this.gateway = parts.gateway();
    this.rules = parts.rules();
    this.patience = parts.patience();
    this.clock = parts.clock();
    this.calls = parts.calls();
    this.closing = parts.closing();
    this.faults = parts.faults();
    this.pushing = pushing;
    this.mint = mint;
  }

  @Override
  public Result start(Request request) {
    var account = faultOf(request.account());
    if (account.isPresent()) {
      return new Result.Invalid("account", account.get());
    }
    var amount = faultOf(request.amount());
    if (amount.isPresent()) {
      return new Result.Invalid("amount", amount.get());
    }
    var key = request.idempotencyKey();
    if (key != null && !KEY_FORM.matcher(key).matches()) {
      return new Result.Invalid("idempotencyKey", "has to be 1 to 255 visible ASCII characters");
    }
    var order = mint.order(request, clock.instant());
    return opened(request, store.add(opening(request, order)));
  }

  @Override
  public Optional<String> faultOf(Shillings amount) {
    return amount.compareTo(rules.maxAmount()) <= 0
        ? Optional.empty()
        : Optional.of("at most " + rules.maxAmount() + ", not " + amount);
  }

  @Override
  public Optional<String> faultOf(MerchantAccount account) {
    return gateway.serves(account)
        ? Optional.empty()
        : Optional.of("there is no account " + account);
  }

  private Opening opening(Request request, Order order) {
    var key = request.idempotencyKey();
    return new Opening(
        Pending.open(order, patience),
        key == null ? null : new IdempotencyKey(request.client(), key),
        rules.phoneRules(),
        List.of(Chronicle.created(order), Chronicle.pushSent(order, 1, order.createdAt())));
  }

  private Result opened(Request request, Added added) {
    if (added instanceof Added.Opened opened) {
      return new Result.Started(push(opened.payment()));
    }
    if (added instanceof Added.KeyTaken taken) {
      var details = details(taken.by());
      return sameRequest(request, taken.by().payment().order())
          ? new Result.Replayed(details)
          : new Result.KeyReused(details);
    }
    if (added instanceof Added.OrderTaken taken) {
      var details = details(taken.by());
      return details.payment() instanceof Paid
          ? new Result.OrderAlreadyPaid(details)
          : new Result.OrderInProgress(details);
    }
    if (added instanceof Added.PhoneLimited limited) {
      return new Result.PhoneLimit(limited.until());
    }
    if (added instanceof Added.PhonePrompted prompted) {
      return new Result.PromptInProgress(details(prompted.by()), prompted.until());
    }
    return new Result.Invalid(
        "supersedes",
        "names no payment of this order that waits for a review or has an unknown push");
  }

  /** Sends the push on another thread, so that waiting for it can end before it does. */
  private Details push(Stored claimed) {
    CompletableFuture<Details> sent;
    try {
      sent = CompletableFuture.supplyAsync(() -> after(claimed, pushing.send(claimed)), calls);
    } catch (RejectedExecutionException e) {
      return after(
          claimed,
          pushing.putOff(
              claimed,
              closing.begun() ? "the application is closing" : "too many pushes are under way"));
    }
    try {
      return sent.get(rules.checkoutWait().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      sent.whenComplete(this::reportLateFault);
    } catch (InterruptedException e) {
      sent.whenComplete(this::reportLateFault);
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      // The payment is committed and its push may be out: pending is what is known of it.
      faults.report("recording the answer to a push", e.getCause());
    }
    return new Details(claimed.payment(), claimed.version(), null, null);
  }

  private void reportLateFault(@Nullable Details details, @Nullable Throwable fault) {
    if (fault != null) {
      var cause = fault instanceof CompletionException ? fault.getCause() : fault;
      faults.report("recording the late answer to a push", cause);
    }
  }

  /** What a client is shown; read again only where others had a hand in it. */
  private Details after(Stored claimed, Recorder.Written written) {
    return written.was().revision() == claimed.revision()
        ? new Details(written.verdict().now(), written.version(), null, null)
        : details(claimed);
  }

  private Details details(Stored stored) {
    var id = stored.payment().id();
    return queries.details(id).orElseThrow(() -> gone(id));
  }

  private static IllegalStateException gone(PaymentId id) {
    return new IllegalStateException("payment " + id + " is gone");
  }

  /** Whether a request means the order, once defaults are filled in as they were then. */
  private static boolean sameRequest(Request request, Order order) {
    var given = request.accountReference();
    var reference =
        given != null ? given : AccountReference.forOrder(request.orderId(), order.id());
    return order.orderId().equals(request.orderId())
        && order.phone().equals(request.phone())
        && order.amount().equals(request.amount())
        && order.account().equals(request.account())
        && order.accountReference().equals(reference)
        && order.description().equals(request.description())
        && order.metadata().equals(request.metadata())
        && Objects.equals(order.supersedes(), request.supersedes());
  }
}
