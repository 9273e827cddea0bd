package io.hakika.architecture.seeded.bootstrap;

import io.hakika.architecture.Breaks;
import io.hakika.architecture.seeded.adapter.http.javalin.body.Form;

/** It knows the bodies of another module. */
@Breaks("bodies and tables stay in their adapter")
final class Envelope {

  String name(Form form) {
    return form.name();
  }
}
