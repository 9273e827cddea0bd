/** Keeps out of the log what nobody may see. */
@NullMarked
package io.hakika.bootstrap.logging;

import org.jspecify.annotations.NullMarked;
