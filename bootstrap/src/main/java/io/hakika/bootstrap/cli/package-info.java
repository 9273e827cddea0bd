/**
 * The command line. Exit codes: 0 success, 2 wrong usage or configuration, 1 any other failure.
 * What was asked for goes to standard output, everything else to standard error; a mistake of the
 * user's is told in a line, never in a stack trace.
 */
@NullMarked
package io.hakika.bootstrap.cli;

import org.jspecify.annotations.NullMarked;
