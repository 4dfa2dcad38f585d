package cn.ecogate.web.account;

import cn.ecogate.account.boundary.AuditSearch;
import cn.ecogate.account.entity.AuditStory;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;

/** One act: who, from where, before and after, and the entry that proves it. */
@Named
@RequestScoped
public class AuditEntryScreen {

  @Inject AuditSearch search;
  @Inject ExternalContext context;

  private Optional<AuditStory> story;

  @PostConstruct
  void read() {
    String seq = context.getRequestParameterMap().getOrDefault("seq", "");
    story = seq.matches("\\d{1,18}") ? search.story(Long.parseLong(seq)) : Optional.empty();
    if (isMissing()) {
      context.setResponseStatus(404);
    }
  }

  public boolean isMissing() {
    return story.isEmpty();
  }

  public AuditStory getStory() {
    return story.orElseThrow();
  }
}
