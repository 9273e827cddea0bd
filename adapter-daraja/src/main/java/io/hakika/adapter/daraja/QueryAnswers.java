package io.hakika.adapter.daraja;

import io.hakika.domain.value.CheckoutRequestId;
import io.hakika.domain.value.ProviderText;

/**
 * Judges the answer to a question about a push. It tells something only if it names the push asked
 * about and its ResponseCode is 0; Daraja was seen to answer errors about pushes already decided.
 */
final class QueryAnswers {

  private QueryAnswers() {}

  static QueryResult read(Reply reply, CheckoutRequestId asked) {
    if (reply instanceof Reply.Denied denied) {
      return new QueryResult.Unanswered(denied.reason(), denied.raw());
    }
    if (reply instanceof Reply.Unsent unsent) {
      var why = new ProviderText(unsent.why());
      return unsent.throttled()
          ? new QueryResult.Throttled(why, unsent.retryAfter(), unsent.raw())
          : new QueryResult.Unanswered(why, unsent.raw());
    }
    return reply instanceof Reply.Lost lost
        ? unanswered(lost.why(), lost.raw())
        : read((Reply.Whole) reply, asked);
  }

  private static QueryResult read(Reply.Whole answer, CheckoutRequestId asked) {
    var raw = answer.raw();
    if (answer.redirects()) {
      return unanswered("a redirect, which is not followed", raw);
    }
    var body = JsonReader.read(raw.body());
    var error = DarajaError.in(body);
    if (Throttles.by(answer, error)) {
      var words = error.map(DarajaError::reason).orElse("too many requests");
      return new QueryResult.Throttled(new ProviderText(words), answer.retryAfter(), raw);
    }
    if (error.isPresent()) {
      return failed(error.get(), raw);
    }
    return body instanceof Json.Fields fields
        ? told(fields, asked, raw)
        : unanswered("HTTP " + raw.status() + ", and no answer of Daraja's", raw);
  }

  private static QueryResult failed(DarajaError error, RawAnswer raw) {
    if (ErrorCodes.of(error).proof() == ErrorCodes.Proof.TOKEN_REFUSED) {
      return unanswered("the token was refused: " + error.reason(), raw);
    }
    return error.speaker() == DarajaError.Speaker.DARAJA
        ? new QueryResult.Failed(error.code(), new ProviderText(error.reason()), raw)
        : unanswered("the gateway: " + error.reason(), raw);
  }

  private static QueryResult told(Json.Fields body, CheckoutRequestId asked, RawAnswer raw) {
    if (!Codes.read(body.at("ResponseCode")).filter("0"::equals).isPresent()) {
      return unusable("the answer's ResponseCode is not 0", raw);
    }
    var named = body.at("CheckoutRequestID").text();
    if (named.isEmpty() || !named.get().equals(asked.value())) {
      return unusable("the answer does not name the push asked about", raw);
    }
    var words = new ProviderText(body.at("ResultDesc").text().orElse(""));
    return Codes.read(body.at("ResultCode"))
        .<QueryResult>map(code -> new QueryResult.Told(ResultCodes.of(code), words, raw))
        .orElseGet(() -> unusable("the answer holds no result code", raw));
  }

  private static QueryResult unusable(String why, RawAnswer raw) {
    return new QueryResult.Unusable(new ProviderText(why), raw);
  }

  private static QueryResult unanswered(String why, RawAnswer raw) {
    return new QueryResult.Unanswered(new ProviderText(why), raw);
  }
}
