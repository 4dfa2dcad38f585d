package cn.ecogate.strategy.boundary;

import cn.ecogate.admission.entity.Listing;
import cn.ecogate.vocabulary.PlateColor;
import cn.ecogate.vocabulary.PlateNumber;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;

/** Reads the exceeding list as it is committed at this moment. */
@Stateless
@PermitAll
public class ListingReader {

  @Inject Strategies strategies;

  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public Optional<Listing> listing(PlateNumber plate, PlateColor color) {
    return strategies.listing(plate, color);
  }
}
