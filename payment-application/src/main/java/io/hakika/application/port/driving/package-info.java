/**
 * What Hakika does for others: start a checkout, take a callback, recover what is missing, find,
 * review and relay. Each is an interface with the words it is spoken in.
 */
@NullMarked
package io.hakika.application.port.driving;

import org.jspecify.annotations.NullMarked;
