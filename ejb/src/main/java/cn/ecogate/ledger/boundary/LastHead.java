package cn.ecogate.ledger.boundary;

import cn.ecogate.ledger.control.Frontier;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Where this node last saw the ledger's head: a guess that the next append's first statement
 * checks. It may be wrong, after a rollback or another node's append; it can never do harm.
 */
@ApplicationScoped
class LastHead {

  private volatile Frontier frontier = Frontier.empty();

  Frontier get() {
    return frontier;
  }

  void remember(Frontier head) {
    frontier = head;
  }
}
