package io.hakika.bootstrap.cli;

import io.hakika.bootstrap.settings.ClientSettings;
import java.net.URI;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The address of a service, checked as in the settings. */
final class Address implements ITypeConverter<URI> {

  @Override
  public URI convert(String text) {
    try {
      return ClientSettings.address(text);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }
}
