package io.hakika.architecture.seeded.application.port.driven;

import io.hakika.architecture.Breaks;

/** A port that nobody wrote a contract for. */
@Breaks("every driven port has a contract")
public interface EventLog {}
