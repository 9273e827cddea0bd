/** How the service is put together. */
@NullMarked
package io.hakika.bootstrap.service;

import org.jspecify.annotations.NullMarked;
