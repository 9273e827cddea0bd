/**
 * The driven ports without a database and a network, a clock to step, and payments to play with.
 *
 * <p>Each fake passes the contract of its port, so that a test against it says something about the
 * real adapters. None keeps an object that a caller can still change.
 */
@NullMarked
package io.hakika.application.fake;

import org.jspecify.annotations.NullMarked;
