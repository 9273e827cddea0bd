@NullMarked
package io.hakika.architecture.seeded.bootstrap;

import org.jspecify.annotations.NullMarked;
