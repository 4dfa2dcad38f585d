package cn.ecogate.account.boundary;

import static cn.ecogate.account.entity.Role.Names.ADMINISTRATOR;

import cn.ecogate.account.control.AccountRules;
import cn.ecogate.account.control.FirstPassword;
import cn.ecogate.account.entity.AccountCard;
import cn.ecogate.account.entity.AccountDraft;
import cn.ecogate.vocabulary.Rejected;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/**
 * Where the administrator keeps the accounts. A password that is made here is answered once, known
 * to two people, and must be changed at the first sign-in.
 */
@Stateless
@RolesAllowed(ADMINISTRATOR)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AccountDesk {

  @Inject Accounts accounts;
  @Inject AccountBook book;

  @Resource SessionContext session;

  /**
   * Those whose user or name contains the text, by user name.
   *
   * @param text null or blank for all
   */
  public List<AccountCard> find(String text) {
    return book.cards(text == null ? "" : text.strip());
  }

  public Optional<AccountCard> card(String user) {
    return book.card(user);
  }

  /** Opens an account; the first password, shown to nobody again. */
  public String open(AccountDraft draft) {
    AccountRules.checkUser(draft.user());
    AccountRules.check(draft.name(), draft.phone(), draft.roles());
    if (book.find(draft.user()).isPresent()) {
      throw new Rejected("user-taken", "user", "用户名 " + draft.user() + " 已被使用，请换一个。");
    }
    String password = FirstPassword.random();
    book.open(draft, accounts.hash(password));
    return password;
  }

  /** Name, phone and roles; they count at the account's next request. */
  public void change(AccountDraft draft) {
    AccountRules.check(draft.name(), draft.phone(), draft.roles());
    AccountRules.checkOwn(who(), draft);
    book.change(draft);
  }

  /** Ends every way in and opens none until the account is enabled again. */
  public void disable(String user) {
    AccountRules.checkNotOwn(who(), user, "停用");
    book.disable(user);
  }

  public void enable(String user) {
    book.enable(user);
  }

  /** A new first password in place of a forgotten one; every way in is closed. */
  public String resetPassword(String user) {
    AccountRules.checkNotOwn(who(), user, "重置");
    String password = FirstPassword.random();
    book.resetPassword(user, accounts.hash(password));
    return password;
  }

  /** Forgets the failures that locked the name. */
  public void unlock(String user) {
    book.unlock(user);
  }

  private String who() {
    return session.getCallerPrincipal().getName();
  }
}
