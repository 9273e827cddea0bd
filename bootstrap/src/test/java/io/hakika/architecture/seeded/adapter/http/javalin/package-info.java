@NullMarked
package io.hakika.architecture.seeded.adapter.http.javalin;

import org.jspecify.annotations.NullMarked;
