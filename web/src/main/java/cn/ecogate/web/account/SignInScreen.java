package cn.ecogate.web.account;

import cn.ecogate.account.boundary.Doorkeeper;
import cn.ecogate.web.frame.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The door: user and password, one sentence if they do not fit. */
@Named
@RequestScoped
public class SignInScreen {

  @Inject SecurityContext security;
  @Inject FacesContext faces;
  @Inject Words words;

  private String user;
  private String password;

  public void signIn() throws IOException {
    HttpServletRequest request = (HttpServletRequest) faces.getExternalContext().getRequest();
    var response = (HttpServletResponse) faces.getExternalContext().getResponse();
    var credential = new UsernamePasswordCredential(user.strip(), password);
    AuthenticationStatus status =
        security.authenticate(
            request, response, AuthenticationParameters.withParams().credential(credential));
    if (status == AuthenticationStatus.SUCCESS) {
      faces.getExternalContext().redirect(Doorkeeper.wanted(request));
    } else {
      String why = String.valueOf(request.getAttribute(Doorkeeper.REFUSAL));
      faces.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, why, ""));
    }
  }

  public String getUser() {
    return user;
  }

  public void setUser(String user) {
    this.user = user;
  }

  public String getPassword() {
    return password;
  }

  public void setPassword(String password) {
    this.password = password;
  }
}
