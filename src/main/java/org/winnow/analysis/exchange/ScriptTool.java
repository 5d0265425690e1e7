package org.winnow.analysis.exchange;

import java.util.List;
import java.util.Locale;

/** A program that a script of our analyses is for. */
public enum ScriptTool {
  METAFOR {
    @Override
    public String script(String title, List<ScriptPart> parts) {
      return MetaforScript.write(title, parts);
    }
  },
  META {
    @Override
    public String script(String title, List<ScriptPart> parts) {
      return MetaScript.write(title, parts);
    }
  },
  STATA {
    @Override
    public String extension() {
      return ".do";
    }

    @Override
    public String script(String title, List<ScriptPart> parts) {
      return StataScript.write(title, parts);
    }
  };

  /**
   * @throws IllegalArgumentException for a name that is not known
   */
  public static ScriptTool named(String name) {
    for (ScriptTool tool : values()) {
      if (tool.name().equals(name.toUpperCase(Locale.ROOT))) {
        return tool;
      }
    }
    throw new IllegalArgumentException("No tool " + name + "; metafor, meta or stata");
  }

  /** What a file of it ends with, with the dot. */
  public String extension() {
    return ".R";
  }

  /**
   * A script with the data in it, which computes the analyses anew and stops where a number is not
   * ours.
   *
   * @param title of the review, or of the one analysis
   */
  public abstract String script(String title, List<ScriptPart> parts);
}
