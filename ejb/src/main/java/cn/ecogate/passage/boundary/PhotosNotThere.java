package cn.ecogate.passage.boundary;

import jakarta.ejb.ApplicationException;

/** A record would name a photo that is not on the disk yet: nothing of it was written. */
@ApplicationException(rollback = true)
final class PhotosNotThere extends RuntimeException {

  private static final long serialVersionUID = 1L;

  PhotosNotThere(String eventKey) {
    super("the photos of " + eventKey + " are not there");
  }
}
