/**
 * The settings of the standalone service: environment variables, or {@code NAME=value} lines in the
 * file that {@code HAKIKA_CONFIG} names.
 *
 * <p>{@link io.hakika.bootstrap.settings.Settings} reads them; each concern is a record. All faults
 * are collected before any is told, each is one line that names its variable, and none shows a
 * secret.
 */
@NullMarked
package io.hakika.bootstrap.settings;

import org.jspecify.annotations.NullMarked;
