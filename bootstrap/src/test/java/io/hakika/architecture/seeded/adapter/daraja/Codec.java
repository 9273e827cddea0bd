package io.hakika.architecture.seeded.adapter.daraja;

/** What the client writes and reads. */
public final class Codec {

  public String write() {
    return "{}";
  }
}
