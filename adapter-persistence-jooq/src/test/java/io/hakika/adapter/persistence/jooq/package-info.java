/** The jOOQ adapter against a real H2. */
@NullMarked
package io.hakika.adapter.persistence.jooq;

import org.jspecify.annotations.NullMarked;
