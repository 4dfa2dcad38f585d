package cn.ecogate.web.frame;

import jakarta.ejb.EJBAccessException;
import jakarta.faces.FacesException;
import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerFactory;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Leads from a screen that failed to the fault page, and from one left open too long to itself. */
public class ScreenFaults extends ExceptionHandlerFactory {

  public ScreenFaults(ExceptionHandlerFactory wrapped) {
    super(wrapped);
  }

  @Override
  public ExceptionHandler getExceptionHandler() {
    return new Handler(getWrapped().getExceptionHandler());
  }

  private static final class Handler extends ExceptionHandlerWrapper {

    Handler(ExceptionHandler wrapped) {
      super(wrapped);
    }

    @Override
    public void handle() {
      var queued = getUnhandledExceptionQueuedEvents().iterator();
      FacesContext faces = FacesContext.getCurrentInstance();
      if (!queued.hasNext() || faces == null || faces.getExternalContext().isResponseCommitted()) {
        getWrapped().handle();
        return;
      }
      Throwable fault = queued.next().getContext().getException();
      Throwable cause = getRootCause(fault);
      HttpServletRequest request = (HttpServletRequest) faces.getExternalContext().getRequest();
      if (cause instanceof ViewExpiredException) {
        queued.remove();
        leadTo(PreferenceFilter.back(request.getHeader("Referer")), faces);
      } else if (forbidden(fault)) {
        queued.remove();
        leadTo("/fault?forbidden", faces);
      } else if (faces.getPartialViewContext().isAjaxRequest()) {
        queued.remove();
        leadTo("/fault?reference=" + FaultServlet.log(request, null, cause), faces);
      } else {
        throw new FacesException(cause);
      }
    }

    /**
     * A boundary said no: the page should not have offered it, or it was not the page that asked.
     */
    private static boolean forbidden(Throwable fault) {
      return fault != null && (fault instanceof EJBAccessException || forbidden(fault.getCause()));
    }

    private static void leadTo(String address, FacesContext faces) {
      ExternalContext external = faces.getExternalContext();
      try {
        external.redirect(address);
        faces.responseComplete();
      } catch (IOException gone) {
        throw new UncheckedIOException(gone);
      }
    }
  }
}
