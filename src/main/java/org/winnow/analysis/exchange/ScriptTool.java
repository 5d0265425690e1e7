package org.winnow.analysis.exchange;

import java.util.List;
import java.util.Locale;

/** A program that a script of our analyses is for. */
public enum ScriptTool {
  METAFOR,
  META,
  STATA;

  /**
   * @throws IllegalArgumentException for a name that is not known
   */
  public static ScriptTool named(String name) {
    for (ScriptTool tool : values()) {
      if (tool.name().equals(name.toUpperCase(Locale.ROOT))) {
        return tool;
      }
    }
    throw new IllegalArgumentException("No tool " + name);
  }

  /** What a file of it ends with, with the dot. */
  public String extension() {
    return this == STATA ? ".do" : ".R";
  }

  /** A script with the data in it that computes the analyses anew and compares. */
  public String script(String title, List<ScriptPart> parts) {
    throw new UnsupportedOperationException();
  }
}
