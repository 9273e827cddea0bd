/** The simulator, tried over raw sockets: no client library may hide what is on the wire. */
@NullMarked
package io.hakika.adapter.daraja.simulator;

import org.jspecify.annotations.NullMarked;
