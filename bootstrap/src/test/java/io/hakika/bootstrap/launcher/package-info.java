/** The script that starts everything. */
@NullMarked
package io.hakika.bootstrap.launcher;

import org.jspecify.annotations.NullMarked;
