package io.hakika.adapter.daraja;

import io.hakika.adapter.daraja.DarajaError.Speaker;
import io.hakika.domain.value.CheckoutRequestId;
import io.hakika.domain.value.FailureCategory;
import io.hakika.domain.value.MerchantRequestId;
import io.hakika.domain.value.ProviderText;
import java.util.Optional;

/**
 * Judges the answer to a push, by its body before its HTTP status: Daraja answers errors with 200
 * and refusals with 500. Whatever proves neither a push nor its absence is unknown.
 */
final class PushAnswers {

  private static final String ACCEPTED = "0";
  private static final int FORBIDDEN = 403;
  private static final int REQUEST_TIMEOUT = 408;

  private PushAnswers() {}

  static PushResult read(Reply reply) {
    if (reply instanceof Reply.Denied denied) {
      return new PushResult.Refused(
          denied.code(), denied.reason(), FailureCategory.CONFIGURATION, denied.raw());
    }
    if (reply instanceof Reply.Unsent unsent) {
      return new PushResult.NotSent(
          new ProviderText(unsent.why()), unsent.retryAfter(), unsent.throttled(), unsent.raw());
    }
    return reply instanceof Reply.Lost lost
        ? unknown(lost.why(), lost.raw())
        : read((Reply.Whole) reply);
  }

  private static PushResult read(Reply.Whole answer) {
    if (answer.redirects()) {
      return unknown("a redirect, which is not followed", answer.raw());
    }
    var body = JsonReader.read(answer.raw().body());
    return accepted(body, answer.raw()).orElseGet(() -> notAccepted(body, answer));
  }

  private static Optional<PushResult> accepted(Json body, RawAnswer raw) {
    var code = Codes.read(body.at("ResponseCode")).filter(ACCEPTED::equals);
    var checkout = body.at("CheckoutRequestID").text().flatMap(CheckoutRequestId::tryParse);
    var merchant = body.at("MerchantRequestID").text().flatMap(MerchantRequestId::tryParse);
    if (code.isEmpty() || checkout.isEmpty() || merchant.isEmpty()) {
      return Optional.empty();
    }
    var message = new ProviderText(body.at("CustomerMessage").text().orElse(""));
    return Optional.of(new PushResult.Accepted(checkout.get(), merchant.get(), message, raw));
  }

  private static PushResult notAccepted(Json body, Reply.Whole answer) {
    var error = DarajaError.in(body);
    if (Throttles.by(answer, error)) {
      var words = error.map(DarajaError::reason).orElse("too many requests");
      return new PushResult.NotSent(
          new ProviderText(words), answer.retryAfter(), true, answer.raw());
    }
    if (error.isPresent()) {
      return byError(error.get(), answer.raw());
    }
    return body instanceof Json.Broken broken
        ? notJson(broken, answer)
        : byResponseCode(body, answer.raw());
  }

  private static PushResult byError(DarajaError error, RawAnswer raw) {
    var row = ErrorCodes.of(error);
    return switch (row.proof()) {
      case REFUSED, TOKEN_REFUSED -> refused(error, row.category(), raw);
      case UNLISTED ->
          refusedByStatus(error, raw.status())
              ? refused(error, FailureCategory.REJECTED, raw)
              : unknown(error.reason(), raw);
      case THROTTLED, NONE -> unknown(error.reason(), raw);
    };
  }

  /** A new code of Daraja's own, under a status that says that the request is at fault. */
  private static boolean refusedByStatus(DarajaError error, int status) {
    return error.speaker() == Speaker.DARAJA
        && status >= 400
        && status < 500
        && status != REQUEST_TIMEOUT;
  }

  private static PushResult notJson(Json.Broken broken, Reply.Whole answer) {
    var page = Pages.isHtml(answer);
    if (page && answer.raw().status() == FORBIDDEN) {
      var why = "HTTP 403: the firewall in front of Daraja turned us away";
      return new PushResult.NotSent(
          new ProviderText(why), answer.retryAfter(), false, answer.raw());
    }
    var what = page ? "a page of HTML" : broken.why();
    return unknown("HTTP " + answer.raw().status() + ", and the answer: " + what, answer.raw());
  }

  private static PushResult byResponseCode(Json body, RawAnswer raw) {
    var reason = new ProviderText(body.at("ResponseDescription").text().orElse("no reason"));
    return Codes.read(body.at("ResponseCode"))
        .filter(code -> !code.equals(ACCEPTED))
        .<PushResult>map(
            code -> new PushResult.Refused(code, reason, FailureCategory.REJECTED, raw))
        .orElseGet(() -> unknown("HTTP " + raw.status() + " without ids and without error", raw));
  }

  private static PushResult refused(DarajaError error, FailureCategory category, RawAnswer raw) {
    var code = error.code().isEmpty() ? "gateway" : error.code();
    return new PushResult.Refused(code, new ProviderText(error.reason()), category, raw);
  }

  private static PushResult unknown(String reason, RawAnswer raw) {
    return new PushResult.Unknown(new ProviderText(reason), raw);
  }
}
