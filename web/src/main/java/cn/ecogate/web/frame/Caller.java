package cn.ecogate.web.frame;

import cn.ecogate.account.boundary.Accounts;
import cn.ecogate.account.entity.Person;
import cn.ecogate.account.entity.Role;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.stream.Collectors;

/** Who looks at this page, and which acts it may offer them. */
@Named
@RequestScoped
public class Caller {

  @Inject HttpServletRequest request;
  @Inject Accounts accounts;
  @Inject Words words;

  private Optional<Person> person;

  public boolean isSignedIn() {
    return request.getUserPrincipal() != null;
  }

  public String getUser() {
    return isSignedIn() ? request.getUserPrincipal().getName() : "";
  }

  public String getName() {
    return person().map(Person::name).orElse(getUser());
  }

  public String getRoles() {
    return person().stream()
        .flatMap(p -> p.roles().stream().sorted())
        .map(words::of)
        .collect(Collectors.joining(words.say("list.comma")));
  }

  public boolean isMustChangePassword() {
    return person().map(Person::mustChangePassword).orElse(false);
  }

  /** May open that page: links to others are not shown. */
  public boolean opens(String page) {
    return Rights.HOUSE.opens(page, request::isUserInRole);
  }

  /** May keep the accounts. */
  public boolean isAdministrator() {
    return request.isUserInRole(Role.Names.ADMINISTRATOR);
  }

  /** May change filings and requeue uploads. */
  public boolean isEditor() {
    return request.isUserInRole(Role.Names.ADMINISTRATOR)
        || request.isUserInRole(Role.Names.OFFICER);
  }

  /** May keep the cards of plant vehicles and machines. */
  public boolean isKeeper() {
    return isEditor() || request.isUserInRole(Role.Names.KEEPER);
  }

  /** May enter a vehicle by hand. */
  public boolean isGuard() {
    return isEditor() || request.isUserInRole(Role.Names.GUARD);
  }

  /** May have the whole ledger verified. */
  public boolean isReviewer() {
    return isEditor()
        || request.isUserInRole(Role.Names.INSPECTOR)
        || request.isUserInRole(Role.Names.AUDITOR);
  }

  private Optional<Person> person() {
    if (person == null) {
      person = isSignedIn() ? accounts.person(getUser()) : Optional.empty();
    }
    return person;
  }
}
