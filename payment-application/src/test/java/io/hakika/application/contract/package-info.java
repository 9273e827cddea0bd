/**
 * What every adapter of a driven port has to keep to, as tests.
 *
 * <p>A contract is an interface of default {@code @Test} methods: implement it in a test class,
 * hand it a fresh adapter, and run. The fakes pass them first, then the real adapters.
 */
@NullMarked
package io.hakika.application.contract;

import org.jspecify.annotations.NullMarked;
