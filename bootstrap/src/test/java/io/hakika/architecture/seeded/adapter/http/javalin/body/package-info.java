@NullMarked
package io.hakika.architecture.seeded.adapter.http.javalin.body;

import org.jspecify.annotations.NullMarked;
