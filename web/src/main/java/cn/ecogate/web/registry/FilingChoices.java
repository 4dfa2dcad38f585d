package cn.ecogate.web.registry;

import cn.ecogate.registry.boundary.Registry;
import cn.ecogate.registry.entity.ReviewState;
import cn.ecogate.registry.entity.ServiceState;
import cn.ecogate.registry.entity.StageEvidence;
import cn.ecogate.registry.entity.VehicleFilter;
import cn.ecogate.vocabulary.MachineKind;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** What stands in the registers' pull-down fields and tabs. */
@Named
@RequestScoped
public class FilingChoices {

  @Inject Registry registry;

  public List<StageEvidence> getEvidence() {
    return List.of(StageEvidence.values());
  }

  public List<ServiceState> getService() {
    return List.of(ServiceState.values());
  }

  public List<ReviewState> getReviews() {
    return List.of(ReviewState.values());
  }

  public List<MachineKind> getMachineKinds() {
    return List.of(MachineKind.values());
  }

  public List<VehicleAddress.Term> getTerms() {
    return List.of(VehicleAddress.Term.values());
  }

  /** How many filings wait for somebody. */
  public long getWaiting() {
    return registry.count(VehicleFilter.awaitingReview());
  }
}
