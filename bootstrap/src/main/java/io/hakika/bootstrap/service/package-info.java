/**
 * The standalone service, put together.
 *
 * <p>{@link io.hakika.bootstrap.service.Core} is Hakika on its database, {@link
 * io.hakika.bootstrap.service.Service} adds HTTP and the background work. Both read top to bottom,
 * and close in the opposite order.
 */
@NullMarked
package io.hakika.bootstrap.service;

import org.jspecify.annotations.NullMarked;
