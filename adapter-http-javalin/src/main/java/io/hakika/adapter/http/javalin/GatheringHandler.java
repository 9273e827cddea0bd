package io.hakika.adapter.http.javalin;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Invocable;
import org.jspecify.annotations.Nullable;

/**
 * Gathers bodies before anything that may block sees the request, so that slow senders hold no
 * thread. (Measured: with Javalin's defaults, 400 sockets that send a byte now and then leave no
 * thread for anybody else.)
 *
 * <p>Of a body that is too large it keeps enough to tell, and swallows a good part of the rest:
 * whoever is answered and closed on while still sending often never sees the answer. Jetty's own
 * {@code EagerContentHandler} does all but that.
 */
final class GatheringHandler extends Handler.Wrapper {

  private static final int SWALLOWED_AT_MOST = 8 * 1024 * 1024;

  private final int kept;

  /** Keeps the first {@code kept} bytes of each body. */
  GatheringHandler(int kept) {
    this.kept = kept;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    new Gathering(request, response, callback).read(false);
    return true;
  }

  private void handOver(Gathered request, Response response, Callback callback) {
    try {
      if (!super.handle(request, response, callback)) {
        Response.writeError(request, response, callback, 404);
      }
    } catch (Throwable e) {
      Response.writeError(request, response, callback, e);
    }
  }

  /** One body on its way; called again whenever more of it is there. */
  private final class Gathering implements Invocable.Task {

    private final Request request;
    private final Response response;
    private final Callback callback;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private long seen;

    Gathering(Request request, Response response, Callback callback) {
      this.request = request;
      this.response = response;
      this.callback = callback;
    }

    @Override
    public InvocationType getInvocationType() {
      return InvocationType.NON_BLOCKING;
    }

    @Override
    public void run() {
      read(true);
    }

    /** Whoever calls back for more content must not be blocked by what comes after it. */
    private void read(boolean elsewhere) {
      var end = readOn();
      if (end == null) {
        request.demand(this);
      } else if (elsewhere) {
        request.getContext().execute(() -> finish(end));
      } else {
        finish(end);
      }
    }

    private void finish(Content.Chunk end) {
      handOver(new Gathered(request, end), response, callback);
    }

    /** The whole body, or what broke it; null: more has to come. */
    private Content.@Nullable Chunk readOn() {
      while (true) {
        var chunk = request.read();
        if (chunk == null || Content.Chunk.isFailure(chunk)) {
          return chunk;
        }
        take(chunk.getByteBuffer());
        var last = chunk.isLast();
        chunk.release();
        if (last || seen > SWALLOWED_AT_MOST) {
          return Content.Chunk.from(ByteBuffer.wrap(body.toByteArray()), true);
        }
      }
    }

    private void take(ByteBuffer bytes) {
      seen += bytes.remaining();
      var wanted = new byte[Math.min(bytes.remaining(), kept - body.size())];
      bytes.get(wanted);
      body.writeBytes(wanted);
    }
  }

  /** A request whose body is there. */
  private static final class Gathered extends Request.Wrapper {

    private Content.Chunk next;

    Gathered(Request wrapped, Content.Chunk body) {
      super(wrapped);
      this.next = body;
    }

    @Override
    public Content.Chunk read() {
      var chunk = next;
      next = Content.Chunk.next(chunk);
      return chunk;
    }
  }
}
