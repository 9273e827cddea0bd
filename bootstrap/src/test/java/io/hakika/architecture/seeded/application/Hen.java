package io.hakika.architecture.seeded.application;

import io.hakika.architecture.Breaks;
import io.hakika.architecture.seeded.domain.Egg;
import java.util.List;

/** It knows the egg that knows it. */
@Breaks("packages know each other in one direction")
public record Hen(List<Egg> eggs) {}
