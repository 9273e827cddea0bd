package io.hakika.architecture.seeded.domain;

import io.hakika.architecture.Breaks;

/** Money has no fractions. */
@Breaks("money is neither a fraction nor a bare number")
public record Price(double value) {}
