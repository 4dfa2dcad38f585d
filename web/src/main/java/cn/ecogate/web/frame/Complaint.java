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
  @Inject Words words;
  @Inject Afterwards afterwards;

  public void show(Rejected why) {
    show(why.field(), why.getMessage());
  }

  /** The sentence at the field of that id, at the top of the page if there is none. */
  public void show(String id, String sentence) {
    UIComponent field = find(faces.getViewRoot(), id);
    if (field instanceof UIInput input) {
      // An invalid field shows what was submitted; that is gone once the value was taken over, and
      // an invalid field without it calls it empty.
      if (input.isValid()
          && input.getSubmittedValue() == null
          && input.getValue() instanceof String typed) {
        input.setSubmittedValue(typed);
      }
      input.setValid(false);
    }
    faces.addMessage(
        field == null ? null : field.getClientId(faces),
        new FacesMessage(FacesMessage.SEVERITY_ERROR, sentence, sentence));
    faces.validationFailed();
  }

  /** Tells what went well. */
  public void praise(String key, Object... blanks) {
    faces.addMessage(null, new FacesMessage(words.say(key, blanks)));
  }

  /** The same, but after the redirect that follows, to a page with the {@code messages} tag. */
  public void praiseNext(String key, Object... blanks) {
    afterwards.keep(words.say(key, blanks));
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
