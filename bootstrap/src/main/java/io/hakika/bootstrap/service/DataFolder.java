package io.hakika.bootstrap.service;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * The folder of an embedded database. What lies in it holds phone numbers, so where the folder is
 * made here it is its owner's alone, however the process was started.
 */
final class DataFolder {

  private static final FileAttribute<?> OWNER_ALONE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

  private DataFolder() {}

  /**
   * Makes the folder if it does not exist; one that does is left as it is.
   *
   * @throws StartFailure if it cannot be made
   */
  static void make(Path folder) {
    try {
      if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
        Files.createDirectories(folder, OWNER_ALONE);
      } else {
        Files.createDirectories(folder);
      }
    } catch (IOException e) {
      throw new StartFailure(
          "the folder of the database cannot be made: "
              + e.getClass().getSimpleName()
              + ": "
              + e.getMessage(),
          e);
    }
  }
}
