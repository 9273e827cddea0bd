/** Tests of the Daraja adapter: byte for byte against sockets, and against the simulator. */
@NullMarked
package io.hakika.adapter.daraja;

import org.jspecify.annotations.NullMarked;
