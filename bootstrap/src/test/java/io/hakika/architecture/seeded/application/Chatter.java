package io.hakika.architecture.seeded.application;

import io.hakika.architecture.Breaks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The application must not know a logging library. */
@Breaks("the application knows the domain and its ports")
final class Chatter {

  private final Logger log = LoggerFactory.getLogger(Chatter.class);

  void say() {
    log.info("something happened");
  }
}
