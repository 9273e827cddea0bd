@NullMarked
package io.hakika.architecture.seeded.adapter.persistence.jooq;

import org.jspecify.annotations.NullMarked;
