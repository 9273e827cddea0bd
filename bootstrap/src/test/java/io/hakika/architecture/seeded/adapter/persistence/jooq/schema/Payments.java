package io.hakika.architecture.seeded.adapter.persistence.jooq.schema;

/** What jOOQ would generate. */
public class Payments {}
