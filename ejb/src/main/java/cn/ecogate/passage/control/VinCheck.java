package cn.ecogate.passage.control;

import cn.ecogate.device.entity.TagKind;
import cn.ecogate.passage.entity.TagFinding.Finding;
import java.util.Optional;

/** Whether a VIN that was read is that of the vehicle that passed. */
public final class VinCheck {

  private VinCheck() {}

  /**
   * @param onFile the vehicle that passed is on file
   * @param vinOnFile its VIN, empty if the filing has none
   * @param plateOfRead the plate on file for the VIN that was read
   */
  public static Finding of(
      TagKind kind,
      String read,
      boolean onFile,
      Optional<String> vinOnFile,
      Optional<String> plateOfRead) {
    if (kind != TagKind.VIN) {
      return Finding.NO_VIN;
    }
    if (vinOnFile.isPresent()) {
      return vinOnFile.get().equals(read) ? Finding.SAME : Finding.OTHER;
    }
    if (onFile) {
      return Finding.FILING_LACKS_IT;
    }
    return plateOfRead.isPresent() ? Finding.KNOWN_BY_ANOTHER_PLATE : Finding.UNKNOWN;
  }
}
