package cn.ecogate.web.frame;

import jakarta.el.MethodExpression;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.component.ActionSource2;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ActionEvent;
import jakarta.faces.event.ActionListener;

/**
 * Stands before every act of every screen: whoever may not do it gets a sentence, and nothing is
 * done. The boundaries behind ask again.
 */
public class ActRights implements ActionListener {

  private final ActionListener wrapped;

  public ActRights(ActionListener wrapped) {
    this.wrapped = wrapped;
  }

  @Override
  public void processAction(ActionEvent event) {
    FacesContext faces = FacesContext.getCurrentInstance();
    MethodExpression act = ((ActionSource2) event.getComponent()).getActionExpression();
    if (act == null || allowed(act, faces)) {
      wrapped.processAction(event);
    } else {
      Words words = CDI.current().select(Words.class).get();
      CDI.current().select(Complaint.class).get().show("", words.say("rights.refused"));
    }
  }

  /** The door itself is open to those whom nobody knows yet. */
  private static boolean allowed(MethodExpression act, FacesContext faces) {
    return faces.getExternalContext().getUserPrincipal() == null
        || Rights.HOUSE.allows(act.getExpressionString(), faces.getExternalContext()::isUserInRole);
  }
}
