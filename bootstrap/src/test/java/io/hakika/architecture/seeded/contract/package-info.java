@NullMarked
package io.hakika.architecture.seeded.contract;

import org.jspecify.annotations.NullMarked;
