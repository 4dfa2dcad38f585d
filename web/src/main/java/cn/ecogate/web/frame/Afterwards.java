package cn.ecogate.web.frame;

import jakarta.enterprise.context.SessionScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What went well, kept over the redirect that follows and told by the next page that tells anything
 * at all. The flash of Faces would give it to whichever request comes first: a live part that is
 * fetched in between swallows it, and the person reads nothing.
 */
@Named
@SessionScoped
public class Afterwards implements Serializable {

  private static final long serialVersionUID = 1L;

  private final ArrayList<String> kept = new ArrayList<>();

  synchronized void keep(String sentence) {
    kept.add(sentence);
  }

  /** What was kept, once. */
  synchronized List<String> take() {
    List<String> taken = List.copyOf(kept);
    kept.clear();
    return taken;
  }

  /**
   * Called where the page is about to show its messages. A page fetched for one live part of it
   * shows nobody its top.
   */
  public void tell() {
    FacesContext faces = FacesContext.getCurrentInstance();
    Map<String, String> headers = faces.getExternalContext().getRequestHeaderMap();
    if (!"part".equals(headers.get("X-Requested-With"))) {
      take().forEach(sentence -> faces.addMessage(null, new FacesMessage(sentence)));
    }
  }
}
