package org.fxd.store.sqlite;

import java.io.IOException;
import java.nio.file.Path;
import org.fxd.graph.api.error.FxdException;
import org.fxd.store.api.Store;

/** A program that opens a file, says how that went, and holds it until its input ends. */
final class Keeper {
  private Keeper() {}

  /** Takes the file and, if wanted, the folder for the native library. */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length > 1) {
      System.setProperty(NativeLibrary.FOLDER, arguments[1]);
    }
    try (Store store = new SqliteStoreProvider(null).open(Path.of(arguments[0]))) {
      System.out.println("open " + store.isReadOnly());
      System.in.readAllBytes();
    } catch (FxdException e) {
      System.out.println(e.getMessage());
    }
  }
}
