package io.hakika.adapter.persistence.jooq;

/** What a commit survives once it was acknowledged. PostgreSQL always gives the stronger. */
public enum Durability {
  /** A killed process: each commit is with the operating system before its caller goes on. */
  PROCESS,
  /** A power cut, too: each commit is on the disk before its caller goes on. */
  POWER
}
