/**
 * What the shape of the code must be, as rules that fail the build.
 *
 * <p>{@link io.hakika.architecture.Rules} is the list. {@code seeded} holds a small wrong copy of
 * the project, at least one wrong class for each rule, and {@code RulesBiteTest} expects each rule
 * to find its own.
 */
@NullMarked
package io.hakika.architecture;

import org.jspecify.annotations.NullMarked;
