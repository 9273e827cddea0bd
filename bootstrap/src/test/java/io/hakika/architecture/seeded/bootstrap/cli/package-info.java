@NullMarked
package io.hakika.architecture.seeded.bootstrap.cli;

import org.jspecify.annotations.NullMarked;
