package io.hakika.adapter.daraja;

import io.hakika.application.port.driven.StkGateway.Queried;
import io.hakika.domain.Evidence.PushAnswer;
import io.hakika.domain.Evidence.QueryAnswer;
import io.hakika.domain.QueryClass;
import io.hakika.domain.value.FailureCategory;
import io.hakika.domain.value.ProviderText;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Puts what the client learned into the domain's words.
 *
 * <p>A question counts as answered where Daraja itself answered, whatever it said: a result, an
 * error, something about another push. A throttle, a page of the firewall's or a cut connection is
 * no answer.
 */
final class Answers {

  private Answers() {}

  static PushAnswer of(PushResult result) {
    var at = at(result.raw());
    if (result instanceof PushResult.Accepted accepted) {
      return PushAnswer.Accepted.of(accepted.checkoutRequestId(), accepted.merchantRequestId(), at);
    }
    if (result instanceof PushResult.Refused refused) {
      return new PushAnswer.Refused(refused.code(), refused.reason(), refused.category(), at);
    }
    if (result instanceof PushResult.NotSent notSent) {
      return new PushAnswer.NotSent(
          notSent.reason(), notSent.retryAfter(), notSent.throttled(), at);
    }
    return new PushAnswer.Unknown(((PushResult.Unknown) result).reason(), at);
  }

  static Queried of(QueryResult result) {
    return new Queried(answer(result), result.raw().body());
  }

  private static QueryAnswer answer(QueryResult result) {
    if (result instanceof QueryResult.Told told) {
      var code = told.code();
      return new QueryAnswer(
          code.says(),
          code.code(),
          told.resultDesc(),
          code.category(),
          true,
          false,
          at(result.raw()));
    }
    if (result instanceof QueryResult.Failed failed) {
      return silent(failed.errorCode(), failed.message(), Reached.DARAJA, result.raw());
    }
    if (result instanceof QueryResult.Unusable unusable) {
      return silent(null, unusable.why(), Reached.DARAJA, result.raw());
    }
    return result instanceof QueryResult.Throttled throttled
        ? silent(null, throttled.why(), Reached.THE_THROTTLE, result.raw())
        : silent(null, ((QueryResult.Unanswered) result).why(), Reached.NOBODY, result.raw());
  }

  private static QueryAnswer silent(
      @Nullable String code, ProviderText words, Reached reached, RawAnswer raw) {
    return new QueryAnswer(
        QueryClass.NO_INFORMATION,
        code,
        words,
        FailureCategory.OTHER,
        reached == Reached.DARAJA,
        reached == Reached.THE_THROTTLE,
        at(raw));
  }

  /** Databases keep microseconds; a finer instant would come back as another one. */
  private static Instant at(RawAnswer raw) {
    return raw.at().truncatedTo(ChronoUnit.MICROS);
  }

  static PushResult notSent(String why, Instant at) {
    return new PushResult.NotSent(new ProviderText(why), null, false, RawAnswer.none(at));
  }

  static QueryResult unanswered(String why, Instant at) {
    return new QueryResult.Unanswered(new ProviderText(why), RawAnswer.none(at));
  }

  /** How far a question got. */
  private enum Reached {
    DARAJA,
    THE_THROTTLE,
    NOBODY
  }
}
