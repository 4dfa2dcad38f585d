package cn.ecogate.web.release;

import cn.ecogate.passage.boundary.PassageSearch;
import cn.ecogate.passage.entity.Passage;
import cn.ecogate.passage.entity.PassageStory;
import cn.ecogate.release.boundary.ReleaseDesk;
import cn.ecogate.release.boundary.ReleaseSearch;
import cn.ecogate.release.entity.Release;
import cn.ecogate.vocabulary.Rejected;
import cn.ecogate.web.frame.Complaint;
import cn.ecogate.web.frame.Words;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

/** One exemption before its approver: what is seen, what is asked, two buttons. */
@Named
@RequestScoped
public class ApprovalScreen {

  @Inject HttpServletRequest request;
  @Inject ExternalContext context;
  @Inject ReleaseSearch search;
  @Inject PassageSearch passages;
  @Inject ReleaseDesk desk;
  @Inject Complaint complaint;
  @Inject Words words;

  private long id;
  private String answer;

  @PostConstruct
  void read() {
    String asked = request.getParameter("id");
    id = asked != null && asked.matches("\\d{1,18}") ? Long.parseLong(asked) : -1;
    if (getRelease() == null) {
      context.setResponseStatus(404);
    }
  }

  /** Null if there is no such request. */
  public Release getRelease() {
    return search.release(id).orElse(null);
  }

  public Passage getPassage() {
    return passages.story(getRelease().getPassageId()).map(PassageStory::passage).orElse(null);
  }

  public String getAnswer() {
    return answer;
  }

  public void setAnswer(String answer) {
    this.answer = answer;
  }

  public void answer(boolean approve) {
    act(
        () ->
            desk.answer(id, approve, answer)
                .match(
                    opened -> praise("release.opened"),
                    notOpened ->
                        complain(
                            words.say("release.not-opened", notOpened.kept().getBarrierWords())),
                    declined -> praise("exemption.is-declined"),
                    tooLate -> complain(late(tooLate.kept()))));
  }

  public void withdraw() {
    act(
        () -> {
          Release over = desk.withdraw(id);
          if (over.getState() == Release.State.WITHDRAWN) {
            praise("exemption.is-withdrawn");
          } else {
            complain(late(over));
          }
        });
  }

  private String late(Release over) {
    return words.say(
        "exemption.too-late",
        words.of(over.getState()),
        over.getAnsweredBy() == null ? "" : over.getAnsweredBy(),
        over.getAnswer() == null ? "" : over.getAnswer());
  }

  private void act(Runnable act) {
    try {
      act.run();
    } catch (Rejected why) {
      complaint.show(why);
    }
  }

  private Void praise(String key) {
    complaint.praise(key);
    return null;
  }

  private Void complain(String sentence) {
    complaint.show("", sentence);
    return null;
  }
}
