/**
 * Hakika over HTTP: the API for shops, the address that Daraja calls back, and health. Strings
 * become values here, or a problem leaves.
 */
@NullMarked
package io.hakika.adapter.http.javalin;

import org.jspecify.annotations.NullMarked;
