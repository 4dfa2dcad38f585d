package cn.ecogate.mobile.confirmation;

import cn.ecogate.confirmation.entity.Finding;
import cn.ecogate.confirmation.entity.NewCheck;
import cn.ecogate.mobile.Query;
import java.util.Optional;

/** What a re-check found. */
public record CheckTold(String finding, String words, String evidence) {

  NewCheck check() {
    return new NewCheck(
        Query.named("finding", Finding.values(), finding),
        words,
        Optional.ofNullable(Query.blankToNull(evidence)));
  }
}
