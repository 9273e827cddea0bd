package io.hakika.adapter.http.javalin;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Random;

/** Spoils bytes in the ways that networks, attackers and careless programs do; repeatable. */
final class Mangler {

  private final Random random;
  private final List<byte[]> seeds;

  Mangler(long seed, List<byte[]> seeds) {
    this.random = new Random(seed);
    this.seeds = seeds;
  }

  /** One of the seeds, spoiled one to four times. */
  byte[] next() {
    var body = seed();
    for (var times = 1 + random.nextInt(4); times > 0; times--) {
      body = spoiled(body);
    }
    return body;
  }

  private byte[] seed() {
    return seeds.get(random.nextInt(seeds.size())).clone();
  }

  private byte[] spoiled(byte[] body) {
    return switch (random.nextInt(9)) {
      case 0 -> flipped(body);
      case 1 -> joined(part(body, 0), new byte[0]);
      case 2 -> joined(body, seed());
      case 3 -> inserted(body, new byte[] {(byte) random.nextInt(256)});
      case 4 -> inserted(body, seed());
      case 5 -> inserted(body, "[{\"".repeat(random.nextInt(2_000)).getBytes(UTF_8));
      case 6 -> inserted(body, "9".repeat(random.nextInt(2_000)).getBytes(UTF_8));
      case 7 -> inserted(body, WORDS.get(random.nextInt(WORDS.size())).getBytes(UTF_8));
      default -> joined(part(body, random.nextInt(body.length + 1)), body);
    };
  }

  private static final List<String> WORDS =
      List.of(
          "null",
          "\u0000",
          "\uFEFF",
          "\\ud800",
          "-1",
          "1e309",
          "NaN",
          "\"\"",
          "{}",
          "[]",
          "'; drop table payment; --",
          "${jndi:ldap://h/x}",
          "<script>",
          "\r\n\r\n",
          "%00",
          "\uD83D\uDE00".repeat(500));

  private byte[] flipped(byte[] body) {
    if (body.length > 0) {
      body[random.nextInt(body.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return body;
  }

  private byte[] part(byte[] body, int from) {
    var out = new ByteArrayOutputStream();
    out.write(body, from, random.nextInt(body.length - from + 1));
    return out.toByteArray();
  }

  private byte[] inserted(byte[] body, byte[] bytes) {
    var at = random.nextInt(body.length + 1);
    var out = new ByteArrayOutputStream();
    out.write(body, 0, at);
    out.writeBytes(bytes);
    out.write(body, at, body.length - at);
    return out.toByteArray();
  }

  private static byte[] joined(byte[] one, byte[] other) {
    var out = new ByteArrayOutputStream();
    out.writeBytes(one);
    out.writeBytes(other);
    return out.toByteArray();
  }
}
