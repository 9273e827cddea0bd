/**
 * The project again, small and wrong: each class marked {@link io.hakika.architecture.Breaks}
 * breaks one rule on purpose, the others are there to be known.
 */
@NullMarked
package io.hakika.architecture.seeded;

import org.jspecify.annotations.NullMarked;
