@NullMarked
package io.hakika.architecture.seeded.adapter.daraja;

import org.jspecify.annotations.NullMarked;
