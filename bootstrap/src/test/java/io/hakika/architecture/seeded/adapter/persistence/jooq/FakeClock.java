package io.hakika.architecture.seeded.adapter.persistence.jooq;

import io.hakika.architecture.Breaks;

/** This belongs to the tests. */
@Breaks("nothing in production is for tests")
final class FakeClock {}
