package io.hakika.application.fake;

import io.hakika.application.port.driven.PaymentStore.Added;
import io.hakika.application.port.driven.PaymentStore.Opening;
import io.hakika.application.port.driven.PaymentStore.Recorded;
import io.hakika.application.port.driven.PaymentStore.Recording;
import io.hakika.domain.Failed;
import io.hakika.domain.HeldReceipt;
import io.hakika.domain.Payment;
import io.hakika.domain.Pending;
import io.hakika.domain.Verdict;
import io.hakika.domain.value.Attention;
import io.hakika.domain.value.CallbackToken;
import io.hakika.domain.value.PaymentId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The payments, and what only one of them may have. Only ever touched under the store's lock. */
final class InMemoryRows {

  private final Map<PaymentId, Row> byId = new LinkedHashMap<>();

  Collection<Row> all() {
    return byId.values();
  }

  Optional<Row> find(PaymentId id) {
    return Optional.ofNullable(byId.get(id));
  }

  Row get(PaymentId id) {
    return find(id).orElseThrow(() -> new IllegalStateException("no payment " + id));
  }

  Optional<Row> findByToken(CallbackToken token) {
    return first(row -> row.payment.order().callbackToken().equals(token));
  }

  Added add(Opening opening) {
    var fresh = opening.payment();
    var replaced = supersedable(fresh);
    var refusal = refusal(opening, replaced);
    if (refusal != null) {
      return refusal;
    }
    if (replaced != null) {
      replaced.holdsOrder = false;
      replaced.revision++;
    }
    var row = new Row(Copies.cut(fresh), opening.key());
    opening.entries().forEach(row::note);
    byId.put(fresh.id(), row);
    return new Added.Opened(row.stored());
  }

  private @Nullable Added refusal(Opening opening, @Nullable Row replaced) {
    var fresh = opening.payment();
    var sameKey = first(row -> row.key != null && row.key.equals(opening.key()));
    if (sameKey.isPresent()) {
      return new Added.KeyTaken(sameKey.get().stored());
    }
    var holder = first(row -> row != replaced && row.holdsOrder && row.sameOrderAs(fresh));
    if (holder.isPresent()) {
      return new Added.OrderTaken(holder.get().stored());
    }
    if (fresh.order().supersedes() != null && replaced == null) {
      return new Added.NothingToSupersede();
    }
    return new InMemoryPhones(byId.values()).refusal(fresh.order(), opening.rules());
  }

  private @Nullable Row supersedable(Pending fresh) {
    var named = fresh.order().supersedes();
    var row = named == null ? null : byId.get(named);
    return row != null && row.sameOrderAs(fresh) && row.maybeSuperseded() ? row : null;
  }

  Recorded write(Row row, Recording recording) {
    var was = recording.was();
    if (row.revision != was.revision()) {
      return Recorded.OVERTAKEN;
    }
    var now = recording.verdict().now();
    var clash = clash(now);
    if (clash != null) {
      return clash;
    }
    row.write(was.payment(), now);
    if (recording.verdict() instanceof Verdict.Moved<?>) {
      row.version++;
      listIfPaidTwice(was.payment(), row);
    }
    return Recorded.WRITTEN;
  }

  private @Nullable Recorded clash(Payment now) {
    var ids = now.facts().ids();
    if (ids != null && other(now, row -> row.isNamed(ids.checkoutRequestId())).isPresent()) {
      return Recorded.REQUEST_ID_TAKEN;
    }
    var held = now.facts().receipt();
    if (held == null) {
      return null;
    }
    var holder = other(now, row -> row.holds(held.number())).orElse(null);
    if (holder == null) {
      return null;
    }
    var theirs = Objects.requireNonNull(holder.payment.facts().receipt());
    if (held.source() == HeldReceipt.Source.CALLBACK
        && theirs.source() == HeldReceipt.Source.OPERATOR) {
      holder.loseReceipt();
      return null;
    }
    return Recorded.RECEIPT_TAKEN;
  }

  private void listIfPaidTwice(Payment was, Row row) {
    var cameBack = was instanceof Failed;
    var others =
        row.hasMoney()
            ? others(
                row.payment,
                other ->
                    other.sameOrderAs(row.payment)
                        && (other.hasMoney() || cameBack && other.holdsOrder))
            : List.<Row>of();
    if (!others.isEmpty()) {
      row.attend(Attention.ORDER_PAID_TWICE);
      others.forEach(other -> other.attend(Attention.ORDER_PAID_TWICE));
    }
  }

  private Optional<Row> first(Predicate<Row> wanted) {
    return byId.values().stream().filter(wanted).findFirst();
  }

  private Optional<Row> other(Payment than, Predicate<Row> wanted) {
    return others(than, wanted).stream().findFirst();
  }

  private List<Row> others(Payment than, Predicate<Row> wanted) {
    return byId.values().stream()
        .filter(row -> !row.payment.id().equals(than.id()))
        .filter(wanted)
        .toList();
  }
}
