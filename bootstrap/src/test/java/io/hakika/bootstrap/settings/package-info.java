/** Settings as operators write them, right and wrong. */
@NullMarked
package io.hakika.bootstrap.settings;

import org.jspecify.annotations.NullMarked;
