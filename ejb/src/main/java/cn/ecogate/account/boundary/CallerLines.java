package cn.ecogate.account.boundary;

import cn.ecogate.ledger.boundary.Provenance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.inject.Inject;
import java.util.Map;

/** Puts under every entry that a person caused who it was and from where. */
@ApplicationScoped
public class CallerLines implements Provenance {

  /** The names of the lines; a ledger's text keeps them for good. */
  static final String CALLER = "caller";

  static final String FROM = "from";
  static final String THROUGH = "through";

  @Inject CallerTrace trace;

  @Override
  public Map<String, String> lines() {
    try {
      return trace.lines();
    } catch (ContextNotActiveException nobodyCalls) {
      return Map.of();
    }
  }
}
