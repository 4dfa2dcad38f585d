package cn.ecogate.web.account;

import cn.ecogate.account.boundary.Accounts;
import cn.ecogate.vocabulary.Rejected;
import cn.ecogate.web.frame.Caller;
import cn.ecogate.web.frame.Complaint;
import cn.ecogate.web.frame.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;

/** A person's own password; the first act of everybody whose password somebody else knew. */
@Named
@RequestScoped
public class PasswordScreen {

  @Inject Accounts accounts;
  @Inject Caller caller;
  @Inject Complaint complaint;
  @Inject ExternalContext context;
  @Inject Words words;

  private String oldPassword;
  private String newPassword;
  private String repeated;

  public void change() throws IOException {
    try {
      if (!newPassword.equals(repeated)) {
        throw new Rejected("not-repeated", "repeated", words.say("password.not-repeated"));
      }
      accounts.changePassword(caller.getUser(), oldPassword, newPassword);
      complaint.praiseNext("password.changed");
      context.redirect("/live.xhtml");
    } catch (Rejected why) {
      complaint.show(why);
    }
  }

  public String getOldPassword() {
    return oldPassword;
  }

  public void setOldPassword(String oldPassword) {
    this.oldPassword = oldPassword;
  }

  public String getNewPassword() {
    return newPassword;
  }

  public void setNewPassword(String newPassword) {
    this.newPassword = newPassword;
  }

  public String getRepeated() {
    return repeated;
  }

  public void setRepeated(String repeated) {
    this.repeated = repeated;
  }
}
