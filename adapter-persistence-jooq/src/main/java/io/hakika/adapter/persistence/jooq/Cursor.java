package io.hakika.adapter.persistence.jooq;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.CRC32C;

/**
 * Where a page ended, as a text that means nothing to whoever passes it back.
 *
 * <p>A checksum over the kind of list and the place tells a cursor of another list, or one that
 * somebody changed, from ours. It guards against mistakes, not against forgers: a forged cursor
 * shows nothing that its bearer may not see anyway.
 *
 * @param list what is paged through, for example the history of one payment
 */
record Cursor(String list) {

  private static final int LONGEST = 200;

  /** The cursor of a place: a number, and a text that tells like numbers apart. */
  String at(Place place) {
    var name = place.name().getBytes(StandardCharsets.US_ASCII);
    var bytes = ByteBuffer.allocate(2 * Integer.BYTES + Long.BYTES + name.length);
    bytes.putLong(place.number()).put(name).putInt(checksum(place));
    return encoder().encodeToString(trimmed(bytes));
  }

  /**
   * The place that a cursor names.
   *
   * @throws IllegalArgumentException if it is none of this list's
   */
  Place read(String cursor) {
    if (cursor.length() > LONGEST) {
      throw foreign();
    }
    var bytes = decoded(cursor);
    if (bytes.length < Long.BYTES + Integer.BYTES) {
      throw foreign();
    }
    var buffer = ByteBuffer.wrap(bytes);
    var number = buffer.getLong();
    var name = new byte[bytes.length - Long.BYTES - Integer.BYTES];
    buffer.get(name);
    var place = new Place(number, new String(name, StandardCharsets.US_ASCII));
    if (buffer.getInt() != checksum(place) || !at(place).equals(cursor)) {
      throw foreign();
    }
    return place;
  }

  private static byte[] trimmed(ByteBuffer bytes) {
    bytes.flip();
    var used = new byte[bytes.remaining()];
    bytes.get(used);
    return used;
  }

  private static byte[] decoded(String cursor) {
    try {
      return Base64.getUrlDecoder().decode(cursor);
    } catch (IllegalArgumentException e) {
      throw foreign();
    }
  }

  private static Base64.Encoder encoder() {
    return Base64.getUrlEncoder().withoutPadding();
  }

  private int checksum(Place place) {
    var crc = new CRC32C();
    var text = list + ' ' + place.number() + ' ' + place.name();
    crc.update(text.getBytes(StandardCharsets.UTF_8));
    return (int) crc.getValue();
  }

  private static IllegalArgumentException foreign() {
    return new IllegalArgumentException("not a cursor of this list");
  }

  /** A place in a list: the last row of a page. */
  record Place(long number, String name) {}
}
