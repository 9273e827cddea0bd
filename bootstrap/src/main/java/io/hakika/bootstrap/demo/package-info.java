/**
 * Shows the whole service at work: real checkouts over real HTTP, against the simulated Daraja, on
 * a database in a temporary folder. What it expects is declared in {@code Scenario}; what came is
 * read from the API, as any client would, and from the simulator's books.
 */
@NullMarked
package io.hakika.bootstrap.demo;

import org.jspecify.annotations.NullMarked;
