package io.hakika.adapter.http.javalin;

import io.hakika.adapter.http.javalin.body.Fields;
import io.hakika.adapter.http.javalin.body.InvalidRequest;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Collections;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/** Takes the body of a request: at most 64 KiB, and where JSON is asked for, nothing else. */
final class Bodies {

  /** The most bytes of a body. */
  static final int MOST = 65_536;

  private static final Pattern JSON =
      Pattern.compile(
          "application/json[ \t]*(;[ \t]*(charset[ \t]*=[ \t]*(utf-8|\"utf-8\"))?[ \t]*)?",
          Pattern.CASE_INSENSITIVE);

  private Bodies() {}

  /** The body as it came. */
  static byte[] bytes(Context ctx) {
    if (ctx.req().getContentLengthLong() > MOST) {
      throw tooLarge();
    }
    try {
      var bytes = ctx.req().getInputStream().readNBytes(MOST + 1);
      if (bytes.length > MOST) {
        throw tooLarge();
      }
      return bytes;
    } catch (IOException e) {
      if (e.getCause() instanceof TimeoutException) {
        throw Problem.of(ProblemCode.REQUEST_TIMEOUT, "The body did not arrive in time.");
      }
      throw new InvalidRequest("The body broke off, or is not framed as HTTP asks for.");
    }
  }

  /** The fields of a body of JSON, which comes without a query. */
  static Fields fields(Context ctx) {
    var bytes = bytes(ctx);
    checkType(ctx);
    Fields.ofQuery(ctx.queryString()).check();
    return Fields.ofJson(bytes);
  }

  /** Makes sure that a request that takes nothing brings nothing but perhaps an empty object. */
  static void nothing(Context ctx) {
    var bytes = bytes(ctx);
    Fields.ofQuery(ctx.queryString()).check();
    if (bytes.length > 0) {
      checkType(ctx);
      Fields.ofJson(bytes).check();
    }
  }

  private static void checkType(Context ctx) {
    var types = Collections.list(ctx.req().getHeaders("Content-Type"));
    if (types.size() != 1 || !JSON.matcher(types.get(0).strip()).matches()) {
      throw Problem.of(
          ProblemCode.UNSUPPORTED_MEDIA_TYPE,
          "The Content-Type has to be application/json, in UTF-8.");
    }
    if (ctx.header("Content-Encoding") != null) {
      throw Problem.of(ProblemCode.UNSUPPORTED_MEDIA_TYPE, "No Content-Encoding is understood.");
    }
  }

  private static Problem tooLarge() {
    return Problem.of(ProblemCode.TOO_LARGE, "A body has at most " + MOST + " bytes.");
  }
}
