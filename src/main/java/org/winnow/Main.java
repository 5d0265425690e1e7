package org.winnow;

import io.quarkus.runtime.annotations.QuarkusMain;
import org.winnow.cli.Commands;

/** Every way to start Winnow begins here; a command that needs no server never starts one. */
@QuarkusMain
public final class Main {
  private Main() {}

  public static void main(String... arguments) {
    int exit = Commands.run(arguments);
    if (exit != Commands.SERVER_RUNS) {
      System.exit(exit);
    }
  }
}
