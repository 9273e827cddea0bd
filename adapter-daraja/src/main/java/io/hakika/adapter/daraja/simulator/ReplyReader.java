package io.hakika.adapter.daraja.simulator;

import io.hakika.adapter.daraja.simulator.CallbackCaller.Reply;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Pattern;

/** Reads what a receiver answers a callback: no more than the start, and not for ever. */
final class ReplyReader {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int MOST_BYTES = 16_384;
  private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([0-9]{3})");
  private static final Pattern LENGTH =
      Pattern.compile("(?im)^content-length:[ \\t]*([0-9]{1,9})[ \\t]*\\r?$");
  private static final String GAP = "\r\n\r\n";

  private ReplyReader() {}

  static Reply read(Socket socket) throws IOException {
    var end = System.nanoTime() + PATIENCE.toNanos();
    var in = socket.getInputStream();
    var bytes = new ByteArrayOutputStream();
    var buffer = new byte[4_096];
    while (!isWhole(text(bytes)) && bytes.size() < MOST_BYTES) {
      socket.setSoTimeout(left(end));
      var count = in.read(buffer);
      if (count < 0) {
        break;
      }
      bytes.write(buffer, 0, count);
    }
    return reply(text(bytes));
  }

  private static Reply reply(String text) throws EOFException {
    var status = STATUS.matcher(text);
    if (!status.lookingAt() || !text.contains(GAP)) {
      throw new EOFException("the receiver closed without an answer");
    }
    return new Reply(
        Integer.parseInt(status.group(1)), text.substring(text.indexOf(GAP) + GAP.length()));
  }

  /** Whether all has come that was announced; without a length, only the receiver can end it. */
  private static boolean isWhole(String text) {
    var gap = text.indexOf(GAP);
    if (gap < 0) {
      return false;
    }
    var length = LENGTH.matcher(text.substring(0, gap));
    return length.find() && text.length() - gap - GAP.length() >= Integer.parseInt(length.group(1));
  }

  private static int left(long end) throws SocketTimeoutException {
    var left = Duration.ofNanos(end - System.nanoTime()).toMillis();
    if (left <= 0) {
      throw new SocketTimeoutException("no whole answer within " + PATIENCE);
    }
    return (int) left;
  }

  /** One character per byte, so that lengths agree. */
  private static String text(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.ISO_8859_1);
  }
}
