/** The command line, as a shell sees it. */
@NullMarked
package io.hakika.bootstrap.cli;

import org.jspecify.annotations.NullMarked;
