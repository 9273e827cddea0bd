/**
 * Journeys through the whole service over real HTTP: the API on one side, the simulated Daraja on
 * the other, a database in between. Time jumps where a test says so; nothing sleeps.
 */
@NullMarked
package io.hakika.journey;

import org.jspecify.annotations.NullMarked;
