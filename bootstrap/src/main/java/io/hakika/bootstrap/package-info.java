/**
 * The standalone service, its command line and its demonstration: the one place that knows every
 * adapter.
 *
 * <p>{@code Main} hands over to {@code cli}; {@code settings} reads what was configured; {@code
 * service} puts the parts together; {@code demo} shows them at work; {@code client} speaks to a
 * running service.
 */
@NullMarked
package io.hakika.bootstrap;

import org.jspecify.annotations.NullMarked;
