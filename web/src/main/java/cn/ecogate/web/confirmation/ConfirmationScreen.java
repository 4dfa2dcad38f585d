package cn.ecogate.web.confirmation;

import cn.ecogate.confirmation.boundary.ConfirmationDesk;
import cn.ecogate.confirmation.boundary.ConfirmationSearch;
import cn.ecogate.confirmation.entity.Confirmation;
import cn.ecogate.confirmation.entity.Finding;
import cn.ecogate.confirmation.entity.NewCheck;
import cn.ecogate.registry.boundary.DocumentDesk;
import cn.ecogate.vocabulary.Rejected;
import cn.ecogate.web.frame.Caller;
import cn.ecogate.web.frame.Complaint;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** One confirmation: what the list says, what the re-check found, and another person's word. */
@Named
@RequestScoped
public class ConfirmationScreen {

  @Inject HttpServletRequest request;
  @Inject ExternalContext context;
  @Inject ConfirmationSearch search;
  @Inject ConfirmationDesk desk;
  @Inject DocumentDesk documents;
  @Inject Caller caller;
  @Inject Complaint complaint;

  private long id;
  private Finding finding;
  private String words;
  private Part evidence;
  private String verdict;

  @PostConstruct
  void read() {
    String asked = request.getParameter("id");
    id = asked != null && asked.matches("\\d{1,18}") ? Long.parseLong(asked) : -1;
    if (getWork() == null) {
      context.setResponseStatus(404);
    }
  }

  /** Null if there is no such confirmation. */
  public Confirmation getWork() {
    return search.one(id).orElse(null);
  }

  public List<Finding> getFindings() {
    return List.of(Finding.values());
  }

  /** Nobody has answered it, and the caller may re-check. */
  public boolean isCheckable() {
    return getWork().getState() != Confirmation.State.ANSWERED
        && (caller.isGuard() || caller.isKeeper());
  }

  /** Another person has re-checked, and the caller may say whether that will do. */
  public boolean isVerifiable() {
    Confirmation work = getWork();
    return work.getState() == Confirmation.State.CHECKED
        && caller.isEditor()
        && !caller.getUser().equals(work.getCheckedBy());
  }

  public void check() throws IOException {
    try {
      desk.check(id, new NewCheck(finding, words, kept()));
      complaint.praise("confirmation.is-checked");
    } catch (Rejected why) {
      complaint.show(why);
    }
  }

  public void verify() {
    try {
      complaint.praise("confirmation.is-verified", desk.verify(id, verdict).getAnswerSeq());
    } catch (Rejected why) {
      complaint.show(why);
    }
  }

  public void giveBack() {
    try {
      desk.giveBack(id, verdict);
      complaint.praise("confirmation.is-back");
    } catch (Rejected why) {
      complaint.show(why);
    }
  }

  /** Before the check is recorded, so that it names a picture that is there. */
  private Optional<String> kept() throws IOException {
    if (evidence == null || evidence.getSize() == 0) {
      return Optional.ofNullable(getWork()).map(Confirmation::getEvidence);
    }
    try (InputStream image = evidence.getInputStream()) {
      return Optional.of(documents.keep(image, evidence.getSize(), "evidence"));
    }
  }

  public Finding getFinding() {
    return finding;
  }

  public void setFinding(Finding finding) {
    this.finding = finding;
  }

  public String getWords() {
    return words;
  }

  public void setWords(String words) {
    this.words = words;
  }

  public Part getEvidence() {
    return evidence;
  }

  public void setEvidence(Part evidence) {
    this.evidence = evidence;
  }

  public String getVerdict() {
    return verdict;
  }

  public void setVerdict(String verdict) {
    this.verdict = verdict;
  }
}
