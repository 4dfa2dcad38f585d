package cn.ecogate.account.entity;

import jakarta.persistence.Cacheable;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/**
 * A user with password and roles; the rest of the house sees a {@link Person}. Never cached: a
 * change counts at once.
 */
@Entity
@Table(name = "account")
@Cacheable(false)
public class Account {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Column(name = "user_name")
  private String user;

  @Column(name = "name")
  private String name;

  @ElementCollection(fetch = FetchType.EAGER)
  @CollectionTable(name = "account_role", joinColumns = @JoinColumn(name = "account_id"))
  @Column(name = "role")
  @Enumerated(EnumType.STRING)
  private Set<Role> roles;

  @Column(name = "password_hash")
  private String passwordHash;

  @Column(name = "must_change_password")
  private boolean mustChangePassword;

  @Column(name = "password_changed_at")
  private Instant passwordChangedAt;

  @Column(name = "opened_at")
  private Instant openedAt;

  private String phone;

  @Column(name = "disabled_at")
  private Instant disabledAt;

  @Column(name = "last_sign_in_at")
  private Instant lastSignInAt;

  @Column(name = "last_sign_in_from")
  private String lastSignInFrom;

  /** Of what the administrator keeps, so that two of them do not overwrite each other. */
  private long version;

  protected Account() {}

  public Account(String user, String name, Set<Role> roles, Instant openedAt) {
    this.user = user;
    this.name = name;
    this.roles = EnumSet.copyOf(roles);
    this.openedAt = openedAt;
  }

  /**
   * Gives the account a password.
   *
   * @param known true if somebody other than the user knows it, so that it must be changed first
   */
  public void setPassword(String hash, boolean known, Instant at) {
    this.passwordHash = hash;
    this.mustChangePassword = known;
    this.passwordChangedAt = at;
  }

  /** What the administrator keeps of it. */
  public void keep(String newName, String newPhone, Set<Role> newRoles) {
    name = newName;
    phone = newPhone;
    roles.retainAll(newRoles);
    roles.addAll(newRoles);
    version++;
  }

  /** Null to enable it again. */
  public void disable(Instant at) {
    disabledAt = at;
    version++;
  }

  public void signedIn(Instant at, String from) {
    lastSignInAt = at;
    lastSignInFrom = from;
  }

  public boolean isEnabled() {
    return disabledAt == null;
  }

  public Person person() {
    return new Person(user, name, roles, mustChangePassword);
  }

  public Long getId() {
    return id;
  }

  public String getUser() {
    return user;
  }

  public String getPasswordHash() {
    return passwordHash;
  }

  public boolean isMustChangePassword() {
    return mustChangePassword;
  }

  public Instant getPasswordChangedAt() {
    return passwordChangedAt;
  }

  public Instant getOpenedAt() {
    return openedAt;
  }

  public String getName() {
    return name;
  }

  /** Null if there is none. */
  public String getPhone() {
    return phone;
  }

  public Set<Role> getRoles() {
    return Set.copyOf(roles);
  }

  /** Null while it is enabled. */
  public Instant getDisabledAt() {
    return disabledAt;
  }

  public Instant getLastSignInAt() {
    return lastSignInAt;
  }

  public String getLastSignInFrom() {
    return lastSignInFrom;
  }

  public long getVersion() {
    return version;
  }
}
