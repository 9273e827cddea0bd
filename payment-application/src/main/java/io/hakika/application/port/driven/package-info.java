/**
 * What Hakika needs of the world: somewhere to keep payments, someone to push, somebody to tell.
 *
 * <p>Each interface is a need, named without a technology, and has a published contract test that
 * every adapter passes. Outcomes a caller must handle are sealed results or enums; an exception
 * means that something is broken.
 */
@NullMarked
package io.hakika.application.port.driven;

import org.jspecify.annotations.NullMarked;
