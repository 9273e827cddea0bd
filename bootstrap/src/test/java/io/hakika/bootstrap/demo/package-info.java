/** What the demonstration shows. */
@NullMarked
package io.hakika.bootstrap.demo;

import org.jspecify.annotations.NullMarked;
