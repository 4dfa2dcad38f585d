package cn.ecogate.web.account;

import cn.ecogate.account.boundary.AccountDesk;
import cn.ecogate.account.boundary.DoorBook;
import cn.ecogate.account.entity.AccountCard;
import cn.ecogate.account.entity.AccountDraft;
import cn.ecogate.account.entity.OpenDoor;
import cn.ecogate.account.entity.Role;
import cn.ecogate.vocabulary.Rejected;
import cn.ecogate.web.frame.Caller;
import cn.ecogate.web.frame.Complaint;
import jakarta.annotation.PostConstruct;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** One account: new, or looked after. A first password is shown in the answer that made it only. */
@Named
@ViewScoped
public class AccountScreen implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject transient AccountDesk desk;
  @Inject transient DoorBook doors;
  @Inject transient ExternalContext context;
  @Inject transient Complaint complaint;
  @Inject transient Caller caller;

  private String user;
  private boolean fresh;
  private boolean missing;
  private String name;
  private String phone;
  private List<String> roles = new ArrayList<>();
  private long version;

  private transient String password;

  @PostConstruct
  void read() {
    user = context.getRequestParameterMap().get("user");
    fresh = user == null;
    if (!caller.isAdministrator()) {
      return;
    }
    if (!fresh) {
      desk.card(user).ifPresentOrElse(this::show, () -> missing = true);
    }
    if (missing) {
      context.setResponseStatus(404);
    }
  }

  private void show(AccountCard card) {
    name = card.name();
    phone = card.phone();
    roles = card.roles().stream().sorted().map(Role::name).collect(Collectors.toList());
    version = card.version();
  }

  /** Opens the account, or changes it; a mistake stands at its field. */
  public void save() throws IOException {
    AccountDraft draft = new AccountDraft(user, name, phone, chosen(), version);
    try {
      if (fresh) {
        password = desk.open(draft);
        fresh = false;
        desk.card(user).ifPresent(this::show);
      } else {
        desk.change(draft);
        complaint.praiseNext("account.saved", name);
        context.redirect("/account.xhtml?user=" + user);
      }
    } catch (Rejected why) {
      complaint.show(why);
    }
  }

  public void resetPassword() {
    act(() -> password = desk.resetPassword(user), null);
  }

  public void disable() {
    act(() -> desk.disable(user), "account.disabled.done");
  }

  public void enable() {
    act(() -> desk.enable(user), "account.enabled.done");
  }

  public void unlock() {
    act(() -> desk.unlock(user), "account.unlocked");
  }

  private void act(Runnable act, String praise) {
    try {
      act.run();
      desk.card(user).ifPresent(this::show);
      if (praise != null) {
        complaint.praise(praise, name);
      }
    } catch (Rejected why) {
      complaint.show(why);
    }
  }

  private Set<Role> chosen() {
    return roles.stream().map(Role::valueOf).collect(Collectors.toSet());
  }

  public boolean isMissing() {
    return missing;
  }

  public boolean isFresh() {
    return fresh;
  }

  /** The one signed in looks at his own account. */
  public boolean isOwn() {
    return caller.getUser().equals(user);
  }

  public AccountCard getCard() {
    return desk.card(user).orElseThrow();
  }

  public List<OpenDoor> getDoors() {
    return doors.of(user);
  }

  /** The first password that was just made, null otherwise. */
  public String getPassword() {
    return password;
  }

  public List<Role> getAllRoles() {
    return List.of(Role.values());
  }

  public String getUser() {
    return user;
  }

  public void setUser(String user) {
    this.user = user == null ? "" : user.strip();
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public String getPhone() {
    return phone;
  }

  public void setPhone(String phone) {
    this.phone = phone;
  }

  public List<String> getRoles() {
    return roles;
  }

  public void setRoles(List<String> roles) {
    this.roles = roles;
  }
}
