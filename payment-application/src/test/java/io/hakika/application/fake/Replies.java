package io.hakika.application.fake;

import io.hakika.domain.Evidence.PushAnswer;
import io.hakika.domain.Evidence.QueryAnswer;
import io.hakika.domain.QueryClass;
import io.hakika.domain.value.FailureCategory;
import io.hakika.domain.value.ProviderText;
import io.hakika.domain.value.RequestIds;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What {@link ScriptedStkGateway} may be told to answer, in the words of the domain. */
public final class Replies {

  private Replies() {}

  /** An answer to a push, once it is known which names the push would get, and when. */
  @FunctionalInterface
  public interface PushReply {

    PushAnswer to(RequestIds names, Instant at);
  }

  /** An answer to a question, once it is known when. */
  @FunctionalInterface
  public interface QueryReply {

    QueryAnswer at(Instant at);
  }

  /** Daraja takes the push, and names it like no other. */
  public static PushReply accepted() {
    return PushAnswer.Accepted::new;
  }

  /** Daraja takes the push, and gives it these names. */
  public static PushReply acceptedAs(RequestIds names) {
    return (fresh, at) -> new PushAnswer.Accepted(names, at);
  }

  public static PushReply refused() {
    var reason = new ProviderText("Bad Request - Invalid PhoneNumber");
    return (names, at) ->
        new PushAnswer.Refused("400.002.02", reason, FailureCategory.REJECTED, at);
  }

  /** Nothing could be connected to. */
  public static PushReply notSent() {
    var reason = new ProviderText("connection refused");
    return (names, at) -> new PushAnswer.NotSent(reason, null, false, at);
  }

  /** Turned away for coming too fast; Daraja asks to wait for {@code retryAfter}. */
  public static PushReply throttled(@Nullable Duration retryAfter) {
    var reason = new ProviderText("spike arrest");
    return (names, at) -> new PushAnswer.NotSent(reason, retryAfter, true, at);
  }

  /** The phone may be ringing. */
  public static PushReply unknown() {
    var reason = new ProviderText("no answer within 20 s");
    return (names, at) -> new PushAnswer.Unknown(reason, at);
  }

  /** The gateway itself breaks, against its word. */
  public static PushReply breaks() {
    return (names, at) -> {
      throw new IllegalStateException("the gateway was told to break");
    };
  }

  public static QueryReply success() {
    return says(QueryClass.SUCCESS, "0", FailureCategory.OTHER);
  }

  /** Cancelled by the customer. */
  public static QueryReply certainFailure() {
    return says(QueryClass.CERTAIN_FAILURE, "1032", FailureCategory.CANCELLED);
  }

  /** The phone could not be reached. */
  public static QueryReply likelyFailure() {
    return says(QueryClass.LIKELY_FAILURE, "1037", FailureCategory.TIMEOUT);
  }

  /** Still under processing. */
  public static QueryReply pending() {
    return says(QueryClass.NO_INFORMATION, "4999", FailureCategory.OTHER);
  }

  /** Turned away for coming too fast. */
  public static QueryReply queryThrottled() {
    return at -> silent("spike arrest", at, Silence.THROTTLED);
  }

  /** No answer came. */
  public static QueryReply unanswered() {
    return at -> silent("no answer within 20 s", at, Silence.NOTHING);
  }

  /** The gateway itself breaks, against its word. */
  public static QueryReply queryBreaks() {
    return at -> {
      throw new IllegalStateException("the gateway was told to break");
    };
  }

  private static QueryReply says(QueryClass says, String code, FailureCategory category) {
    var words = new ProviderText("result " + code);
    return at -> new QueryAnswer(says, code, words, category, true, false, at);
  }

  private static QueryAnswer silent(String words, Instant at, Silence how) {
    return new QueryAnswer(
        QueryClass.NO_INFORMATION,
        null,
        new ProviderText(words),
        FailureCategory.OTHER,
        how == Silence.THROTTLED,
        how == Silence.THROTTLED,
        at);
  }

  private enum Silence {
    THROTTLED,
    NOTHING
  }
}
