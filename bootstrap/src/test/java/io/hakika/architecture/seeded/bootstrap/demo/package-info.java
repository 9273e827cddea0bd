@NullMarked
package io.hakika.architecture.seeded.bootstrap.demo;

import org.jspecify.annotations.NullMarked;
