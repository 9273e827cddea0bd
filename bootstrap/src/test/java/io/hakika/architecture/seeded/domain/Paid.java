package io.hakika.architecture.seeded.domain;

/** A state, as it should be. */
public record Paid(String receipt) implements Payment {}
