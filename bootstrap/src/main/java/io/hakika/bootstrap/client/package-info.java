/** Speaks to a running service over HTTP, as any client of its API would. */
@NullMarked
package io.hakika.bootstrap.client;

import org.jspecify.annotations.NullMarked;
