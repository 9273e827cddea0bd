@NullMarked
package io.hakika.architecture.seeded.adapter.daraja.simulator;

import org.jspecify.annotations.NullMarked;
