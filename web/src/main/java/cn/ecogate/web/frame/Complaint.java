package cn.ecogate.web.frame;

import cn.ecogate.vocabulary.Rejected;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIInput;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;

/** Puts a {@link Rejected} to the field it names, and what went well to the top of the page. */
@RequestScoped
public class Complaint {

  @Inject FacesContext faces;

  public void show(Rejected why) {
    UIComponent field = find(faces.getViewRoot(), why.field());
    if (field instanceof UIInput input) {
      input.setValid(false);
    }
    faces.addMessage(
        field == null ? null : field.getClientId(faces),
        new FacesMessage(FacesMessage.SEVERITY_ERROR, why.getMessage(), why.getMessage()));
    faces.validationFailed();
  }

  public void say(String sentence) {
    faces.addMessage(null, new FacesMessage(sentence));
  }

  /** Said after the redirect that follows. */
  public void praise(String sentence) {
    faces.getExternalContext().getFlash().setKeepMessages(true);
    say(sentence);
  }

  private static UIComponent find(UIComponent from, String id) {
    if (from instanceof UIInput && id.equals(from.getId())) {
      return from;
    }
    var children = from.getFacetsAndChildren();
    while (children.hasNext()) {
      UIComponent found = find(children.next(), id);
      if (found != null) {
        return found;
      }
    }
    return null;
  }
}
