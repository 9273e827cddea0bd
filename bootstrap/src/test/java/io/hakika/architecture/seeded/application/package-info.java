@NullMarked
package io.hakika.architecture.seeded.application;

import org.jspecify.annotations.NullMarked;
