package io.hakika.architecture.seeded.adapter.persistence.jooq;

import io.hakika.architecture.Breaks;

/** Anybody could extend it. */
@Breaks("classes are final or sealed")
class Ajar {}
