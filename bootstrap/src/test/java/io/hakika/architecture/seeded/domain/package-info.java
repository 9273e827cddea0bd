@NullMarked
package io.hakika.architecture.seeded.domain;

import org.jspecify.annotations.NullMarked;
