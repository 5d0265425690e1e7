package org.winnow.platform;

import jakarta.enterprise.context.ApplicationScoped;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.stream.Collectors;
import org.winnow.platform.RuleViolation.Words;

/** The server's own sentences, in English and Chinese. */
@ApplicationScoped
public class Texts {
  /**
   * A key without a text in the asked language must fail a test, not fall back to the machine's.
   */
  private static final Control NO_FALLBACK =
      Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

  public String text(Locale language, String key, Object... arguments) {
    ResourceBundle bundle = ResourceBundle.getBundle("messages/problems", language, NO_FALLBACK);
    Object[] said =
        Arrays.stream(arguments)
            .map(argument -> argument instanceof Words words ? list(bundle, words) : argument)
            .toArray();
    return new MessageFormat(bundle.getString(key), language).format(said);
  }

  private static String list(ResourceBundle bundle, Words words) {
    return words.keys().stream()
        .map(bundle::getString)
        .collect(Collectors.joining(bundle.getString("word.between")));
  }

  public boolean has(String key) {
    try {
      text(Locale.ENGLISH, key);
      return true;
    } catch (MissingResourceException e) {
      return false;
    }
  }

  /** Chinese for any kind of Chinese, English for everything else and for what is no language. */
  public static Locale languageOf(String acceptLanguage) {
    try {
      return Locale.LanguageRange.parse(acceptLanguage.isBlank() ? "en" : acceptLanguage).stream()
          .map(range -> range.getRange().startsWith("zh") ? Locale.CHINESE : Locale.ENGLISH)
          .findFirst()
          .orElse(Locale.ENGLISH);
    } catch (IllegalArgumentException e) {
      return Locale.ENGLISH;
    }
  }
}
