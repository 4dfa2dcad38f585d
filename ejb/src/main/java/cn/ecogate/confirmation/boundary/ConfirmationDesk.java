package cn.ecogate.confirmation.boundary;

import static cn.ecogate.account.entity.Role.Names.ADMINISTRATOR;
import static cn.ecogate.account.entity.Role.Names.GUARD;
import static cn.ecogate.account.entity.Role.Names.KEEPER;
import static cn.ecogate.account.entity.Role.Names.OFFICER;

import cn.ecogate.confirmation.entity.Confirmation;
import cn.ecogate.confirmation.entity.NewCheck;
import cn.ecogate.evidence.boundary.PhotoArchive;
import cn.ecogate.vocabulary.Rejected;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** Where people re-check what a list says, and another person verifies what they found. */
@Stateless
@RolesAllowed({ADMINISTRATOR, OFFICER})
public class ConfirmationDesk {

  @Inject ConfirmationBook book;
  @Inject PhotoArchive archive;

  @Resource SessionContext session;

  /** Asks for a machine on file, by its registration code. */
  @RolesAllowed({ADMINISTRATOR, OFFICER, KEEPER})
  public Confirmation open(String machine, String reason) {
    return book.ofMachine(machine, reason, who());
  }

  /** Says what was found; again until somebody has verified it. */
  @RolesAllowed({ADMINISTRATOR, OFFICER, GUARD, KEEPER})
  public Confirmation check(long id, NewCheck told) {
    told.evidence()
        .filter(digest -> archive.original(digest).isEmpty())
        .ifPresent(
            digest -> {
              throw new Rejected("evidence-missing", "evidence", "没有这张图片，请先上传，再以它的摘要提交。");
            });
    return book.check(id, told, who());
  }

  /** Agrees with what another person found; {@code words} may be empty. */
  public Confirmation verify(long id, String words) {
    return book.verify(id, words, who());
  }

  /** Sends it back, with what is missing. */
  public Confirmation giveBack(long id, String why) {
    return book.giveBack(id, why, who());
  }

  private String who() {
    return session.getCallerPrincipal().getName();
  }
}
