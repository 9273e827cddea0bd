package io.hakika.bootstrap.settings;

import java.util.List;

/** The settings cannot be used. Each fault is one line that names its variable. */
public final class ConfigurationException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<String> faults;

  public ConfigurationException(List<String> faults) {
    super(String.join(System.lineSeparator(), faults));
    this.faults = List.copyOf(faults);
  }

  /** What is wrong, a line each; never empty. */
  public List<String> faults() {
    return faults;
  }
}
