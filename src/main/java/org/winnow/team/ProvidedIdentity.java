package org.winnow.team;

import java.util.Locale;

/**
 * Somebody whom a provider vouches for.
 *
 * @param subject issuer and subject, which together never mean anybody else
 * @param name what they are called there; other people may be called so here
 * @param language {@code en} or {@code zh}
 */
record ProvidedIdentity(
    String subject, String name, String displayName, String language, Email email) {
  private static final int LONGEST_NAME = 90;
  private static final int LONGEST_DISPLAY_NAME = 200;

  /** An address; only a verified one proves anything. Empty when the provider tells none. */
  sealed interface Email {
    String address();

    record Verified(String address) implements Email {}

    record Claimed(String address) implements Email {}

    static Email verified(String address) {
      String lower = address.toLowerCase(Locale.ROOT);
      return address.isEmpty() ? new Claimed("") : new Verified(lower);
    }

    static Email claimed(String address) {
      return new Claimed(address.toLowerCase(Locale.ROOT));
    }
  }

  static ProvidedIdentity of(
      String issuer,
      String subject,
      String preferredName,
      String fullName,
      String locale,
      Email email) {
    String name = firstOf(preferredName, email.address(), subject);
    return new ProvidedIdentity(
        issuer + " " + subject,
        cut(name, LONGEST_NAME),
        cut(firstOf(fullName, name, subject), LONGEST_DISPLAY_NAME),
        locale.startsWith("zh") ? "zh" : "en",
        email);
  }

  private static String firstOf(String... candidates) {
    for (String candidate : candidates) {
      if (!candidate.isBlank()) {
        return candidate;
      }
    }
    throw new IllegalArgumentException("the provider names nobody");
  }

  private static String cut(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length);
  }
}
