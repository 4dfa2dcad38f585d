package cn.ecogate.mobile.account;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The token and whose it is. */
@Schema(description = "令牌及其持有人")
public record TokenGranted(
    @Schema(description = "只出现这一次，请妥善保存") String token,
    @Schema(description = "到期时刻（UTC）") Instant expires,
    @Schema(example = "赵强") String name,
    @Schema(example = "guard") List<String> roles) {

  @Override
  public String toString() {
    return name + " until " + expires;
  }
}
