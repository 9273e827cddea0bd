package io.hakika.architecture.seeded.domain;

import io.hakika.architecture.Breaks;
import java.nio.file.Path;

/** The domain must not know files. */
@Breaks("the domain knows nothing but itself")
public record Attachment(Path file) {}
