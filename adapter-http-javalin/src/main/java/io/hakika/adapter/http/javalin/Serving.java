package io.hakika.adapter.http.javalin;

import io.hakika.adapter.http.javalin.body.InvalidRequest;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers requests: what can be refused at once is refused on the server's thread, what has to wait
 * waits on a lane. Whatever happens, an answer is written, and it is JSON.
 */
final class Serving {

  private static final Logger LOG = LoggerFactory.getLogger(Serving.class);

  private Serving() {}

  /**
   * A handler whose work waits.
   *
   * @param prepare reads the request, or throws a problem; what it returns runs on {@code lane}
   */
  static Handler on(Executor lane, Function<Context, Supplier<Reply>> prepare) {
    return ctx -> {
      Supplier<Reply> work;
      try {
        work = prepare.apply(ctx);
      } catch (RuntimeException | StackOverflowError e) {
        write(ctx, failed(RequestId.of(ctx), e));
        return;
      }
      ctx.future(() -> handOver(ctx, work, lane));
    };
  }

  /** A handler that has its answer at once. */
  static Handler atOnce(Function<Context, Reply> answer) {
    return ctx -> write(ctx, attempt(RequestId.of(ctx), () -> answer.apply(ctx)));
  }

  private static CompletableFuture<?> handOver(Context ctx, Supplier<Reply> work, Executor lane) {
    var id = RequestId.of(ctx);
    var done = new CompletableFuture<Reply>();
    try {
      lane.execute(() -> finish(ctx, attempt(id, work), done));
    } catch (RejectedExecutionException e) {
      var busy = Problem.unavailable("Too many requests wait already.");
      finish(ctx, Reply.problem(busy, id), done);
    }
    return done;
  }

  /** The server may have stopped waiting, and then nothing of the request is left to write to. */
  private static void finish(Context ctx, Reply reply, CompletableFuture<Reply> done) {
    try {
      write(ctx, reply);
    } catch (IllegalStateException e) {
      LOG.warn("An answer with status {} came after the server had stopped", reply.status());
      return;
    }
    done.complete(reply);
  }

  private static Reply attempt(String id, Supplier<Reply> work) {
    try {
      return work.get();
    } catch (RuntimeException | StackOverflowError e) {
      return failed(id, e);
    }
  }

  private static Reply failed(String id, Throwable e) {
    if (e instanceof Problem problem) {
      return Reply.problem(problem, id);
    }
    if (e instanceof InvalidRequest invalid) {
      return Reply.problem(Problem.invalid(invalid.getMessage(), invalid.errors()), id);
    }
    return Reply.problem(Faults.problem("answering request " + id, e), id);
  }

  /** Writes an answer, with the headers that every answer has. */
  static void write(Context ctx, Reply reply) {
    ctx.status(reply.status());
    ctx.header(RequestId.HEADER, RequestId.of(ctx));
    ctx.header("Cache-Control", "no-store");
    ctx.header("X-Content-Type-Options", "nosniff");
    reply.headers().forEach(ctx::header);
    ctx.res().setContentType(reply.contentType());
    ctx.result(reply.body());
  }
}
