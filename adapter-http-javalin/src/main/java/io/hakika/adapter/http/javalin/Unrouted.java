package io.hakika.adapter.http.javalin;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.MethodNotAllowedResponse;
import io.javalin.http.NotFoundResponse;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;

/** Answers what no route answers, on a server of our own. */
final class Unrouted {

  private Unrouted() {}

  static void add(RoutesConfig routes) {
    routes.exception(
        NotFoundResponse.class,
        (e, ctx) ->
            write(ctx, Problem.of(ProblemCode.NOT_FOUND, "There is nothing at this address.")));
    routes.exception(MethodNotAllowedResponse.class, Unrouted::wrongMethod);
    routes.exception(
        HttpResponseException.class, (e, ctx) -> write(ctx, Problem.ofServer(e.getStatus())));
    routes.exception(
        Exception.class,
        (e, ctx) -> write(ctx, Faults.problem("answering request " + RequestId.of(ctx), e)));
  }

  private static void wrongMethod(MethodNotAllowedResponse e, Context ctx) {
    var details = e.getDetails();
    var methods =
        Objects.requireNonNullElse(
            details.get("availableMethods"), details.get("Available methods"));
    var allowed =
        Arrays.stream(methods.split(", ")).sorted().distinct().collect(Collectors.joining(", "));
    write(
        ctx,
        Problem.of(ProblemCode.METHOD_NOT_ALLOWED, "At this address there is " + allowed + ".")
            .header("Allow", allowed));
  }

  private static void write(Context ctx, Problem problem) {
    Serving.write(ctx, Reply.problem(problem, RequestId.of(ctx)));
  }
}
