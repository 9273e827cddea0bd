/** What the log may not show. */
@NullMarked
package io.hakika.bootstrap.logging;

import org.jspecify.annotations.NullMarked;
