@NullMarked
package io.hakika.architecture.seeded.application.port.driving;

import org.jspecify.annotations.NullMarked;
