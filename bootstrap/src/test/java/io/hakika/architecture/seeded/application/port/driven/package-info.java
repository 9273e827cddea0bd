@NullMarked
package io.hakika.architecture.seeded.application.port.driven;

import org.jspecify.annotations.NullMarked;
