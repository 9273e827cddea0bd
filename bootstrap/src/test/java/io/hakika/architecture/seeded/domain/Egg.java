package io.hakika.architecture.seeded.domain;

import io.hakika.architecture.Breaks;
import io.hakika.architecture.seeded.application.Hen;

/** It knows the hen that knows it. */
@Breaks("packages know each other in one direction")
public record Egg(Hen from) {}
