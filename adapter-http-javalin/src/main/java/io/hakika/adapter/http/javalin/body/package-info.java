/**
 * What requests and answers look like on the wire, and nothing else. None of this leaves the
 * adapter.
 */
@NullMarked
package io.hakika.adapter.http.javalin.body;

import org.jspecify.annotations.NullMarked;
