@NullMarked
package io.hakika.architecture.seeded.adapter.persistence.jooq.schema;

import org.jspecify.annotations.NullMarked;
