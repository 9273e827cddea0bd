package io.hakika.application.fake;

import io.hakika.application.fake.Replies.PushReply;
import io.hakika.application.fake.Replies.QueryReply;
import io.hakika.application.port.driven.StkGateway;
import io.hakika.domain.Evidence.PushAnswer;
import io.hakika.domain.Order;
import io.hakika.domain.value.CheckoutRequestId;
import io.hakika.domain.value.MerchantAccount;
import io.hakika.domain.value.MerchantRequestId;
import io.hakika.domain.value.OrderId;
import io.hakika.domain.value.PaymentId;
import io.hakika.domain.value.RequestIds;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Answers pushes and questions as it was told, in order, and remembers them.
 *
 * <p>Untold, it accepts every push and says of each that it is still pending. A push counts as sent
 * the moment it comes in, whatever is answered. Threads may share it.
 *
 * <pre>{@code
 * gateway.nextPushIs(unknown());
 * gateway.nextPushOf(new OrderId("ORD-7"), refused());
 * Gate ringing = gateway.holdNextPush();
 * }</pre>
 */
public final class ScriptedStkGateway implements StkGateway {

  private final Clock clock;
  private final Set<MerchantAccount> accounts;
  private final Queue<PushReply> pushReplies = new ArrayDeque<>();
  private final Map<OrderId, Queue<PushReply>> pushRepliesOf = new HashMap<>();
  private final Queue<QueryReply> queryReplies = new ArrayDeque<>();
  private final Queue<Gate> pushGates = new ArrayDeque<>();
  private final Queue<Gate> queryGates = new ArrayDeque<>();
  private final List<Order> pushes = new ArrayList<>();
  private final List<CheckoutRequestId> queries = new ArrayList<>();
  private final Map<PaymentId, RequestIds> names = new HashMap<>();
  private QueryReply usualQueryReply = Replies.pending();

  private ScriptedStkGateway(Clock clock, Set<MerchantAccount> accounts) {
    this.clock = clock;
    this.accounts = accounts;
  }

  /** A gateway of the default account, whose answers come when {@code clock} says. */
  public static ScriptedStkGateway at(Clock clock) {
    return serving(clock, MerchantAccount.DEFAULT);
  }

  /** A gateway of these accounts, whose answers come when {@code clock} says. */
  public static ScriptedStkGateway serving(Clock clock, MerchantAccount... accounts) {
    return new ScriptedStkGateway(clock, Set.of(accounts));
  }

  /**
   * Answers the next push that nothing else was said about with this; several are used in order.
   */
  public synchronized void nextPushIs(PushReply reply) {
    pushReplies.add(reply);
  }

  /** Answers the next push of that order with this; several are used in order. */
  public synchronized void nextPushOf(OrderId order, PushReply reply) {
    pushRepliesOf.computeIfAbsent(order, any -> new ArrayDeque<>()).add(reply);
  }

  /** Answers the next question with this; several are used in order. */
  public synchronized void nextQueryIs(QueryReply reply) {
    queryReplies.add(reply);
  }

  /** Answers every question with this that nothing else was said about. */
  public synchronized void queriesSay(QueryReply reply) {
    usualQueryReply = reply;
  }

  /** Holds the next push that comes, after it counts as sent and before it is answered. */
  public synchronized Gate holdNextPush() {
    return hold(pushGates);
  }

  /** Holds the next question that comes, before it is answered. */
  public synchronized Gate holdNextQuery() {
    return hold(queryGates);
  }

  private static Gate hold(Queue<Gate> gates) {
    var gate = new Gate();
    gates.add(gate);
    return gate;
  }

  /** The orders whose pushes came in, in that order; twice, if it came twice. */
  public synchronized List<Order> pushes() {
    return List.copyOf(pushes);
  }

  /** How many pushes of that order came in. */
  public synchronized int pushesOf(OrderId order) {
    return (int) pushes.stream().filter(pushed -> pushed.orderId().equals(order)).count();
  }

  /** What was asked about, in that order. */
  public synchronized List<CheckoutRequestId> queries() {
    return List.copyOf(queries);
  }

  /** The names that the last push of that payment got, or would have got. */
  public synchronized RequestIds namesOf(PaymentId payment) {
    return Objects.requireNonNull(names.get(payment), "no push of " + payment + " came in");
  }

  @Override
  public boolean serves(MerchantAccount account) {
    return accounts.contains(account);
  }

  @Override
  public PushAnswer push(Order order) {
    Sent sent = send(order);
    pass(sent.gate());
    return sent.reply().to(sent.names(), now());
  }

  private synchronized Sent send(Order order) {
    pushes.add(order);
    var fresh = names(order, pushes.size());
    names.put(order.id(), fresh);
    var own = pushRepliesOf.get(order.orderId());
    var reply = own == null || own.isEmpty() ? pushReplies.poll() : own.poll();
    return new Sent(fresh, reply == null ? Replies.accepted() : reply, pushGates.poll());
  }

  private static RequestIds names(Order order, int number) {
    var subscriber = order.phone().digits().substring(3);
    return new RequestIds(
        new CheckoutRequestId(
            "ws_CO_2411202612" + String.format(Locale.ROOT, "%06d", number) + subscriber),
        new MerchantRequestId("29115-34620561-" + number));
  }

  @Override
  public Queried query(Order order, CheckoutRequestId id) {
    Asked asked = ask(id);
    pass(asked.gate());
    var answer = asked.reply().at(now());
    var body = answer.answered() ? "ResultCode=" + answer.resultCode() : "";
    return new Queried(answer, body.getBytes(StandardCharsets.UTF_8));
  }

  private synchronized Asked ask(CheckoutRequestId id) {
    queries.add(id);
    var reply = queryReplies.poll();
    return new Asked(reply == null ? usualQueryReply : reply, queryGates.poll());
  }

  private static void pass(@Nullable Gate gate) {
    if (gate != null) {
      gate.pass();
    }
  }

  private Instant now() {
    return Copies.cut(clock.instant());
  }

  private record Sent(RequestIds names, PushReply reply, @Nullable Gate gate) {}

  private record Asked(QueryReply reply, @Nullable Gate gate) {}
}
