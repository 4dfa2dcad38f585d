package cn.ecogate.mobile.account;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whoever asks. */
@Schema(description = "当前用户")
public record Me(
    @Schema(example = "guard") String user,
    @Schema(example = "赵强") String name,
    @Schema(example = "guard") List<String> roles) {}
