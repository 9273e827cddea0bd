/** What answers look like, byte for byte. */
@NullMarked
package io.hakika.adapter.http.javalin.body;

import org.jspecify.annotations.NullMarked;
