package io.hakika.architecture.seeded.domain;

import io.hakika.architecture.Breaks;

/** Everybody could add a third colour. */
@Breaks("families of the domain are sealed")
public interface Colour {

  /** One kind. */
  record Red() implements Colour {}

  /** Another kind. */
  record Blue() implements Colour {}
}
