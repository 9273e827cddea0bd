package io.hakika.architecture.seeded.domain;

/** The root of the states, as it should be. */
public sealed interface Payment permits Paid {}
