package org.winnow.team;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody who can sign in. */
@Entity
@Table(name = "account")
class Account {
  @Id private UUID id;

  @Column(nullable = false)
  private String name;

  @Column(name = "display_name", nullable = false)
  private String displayName;

  @Column(nullable = false)
  private String language;

  private boolean administrator;
  private boolean disabled;

  @Column(name = "password_hash")
  private @Nullable String passwordHash;

  @Column(name = "oidc_subject")
  private @Nullable String oidcSubject;

  @Column(name = "created_at", nullable = false, updatable = false)
  private Instant createdAt;

  /** For the persistence provider, which fills the fields itself. */
  @SuppressWarnings("NullAway.Init")
  protected Account() {}

  Account(
      UUID id,
      String name,
      String displayName,
      String language,
      boolean administrator,
      Instant createdAt) {
    this.id = id;
    this.name = name;
    this.displayName = displayName;
    this.language = language;
    this.administrator = administrator;
    this.createdAt = createdAt;
  }

  UUID id() {
    return id;
  }

  String name() {
    return name;
  }

  String displayName() {
    return displayName;
  }

  String language() {
    return language;
  }

  boolean administrator() {
    return administrator;
  }

  boolean disabled() {
    return disabled;
  }

  /** Empty for people who have no password here. */
  String passwordHash() {
    return passwordHash == null ? "" : passwordHash;
  }

  void rename(String newName, String newDisplayName) {
    this.name = newName;
    this.displayName = newDisplayName;
  }

  void speak(String newLanguage) {
    this.language = newLanguage;
  }

  void protect(String newPasswordHash) {
    this.passwordHash = newPasswordHash;
  }

  void disable() {
    this.disabled = true;
  }

  void enable() {
    this.disabled = false;
  }

  void promote() {
    this.administrator = true;
  }

  /** Ties the account to a person that a provider vouches for. */
  void link(String subject) {
    this.oidcSubject = subject;
  }
}
