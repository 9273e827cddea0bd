package io.hakika.architecture.seeded.application.port.driven;

import io.hakika.architecture.Breaks;

/** A port is an interface. */
@Breaks("a port is an interface and nests its words")
public final class StoreFactory {}
