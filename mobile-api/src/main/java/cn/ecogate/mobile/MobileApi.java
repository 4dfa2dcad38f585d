package cn.ecogate.mobile;

import cn.ecogate.mobile.account.MeResource;
import cn.ecogate.mobile.account.TokensResource;
import cn.ecogate.mobile.passage.PassagesResource;
import cn.ecogate.mobile.passage.PhotosResource;
import cn.ecogate.mobile.problem.BodyLimit;
import cn.ecogate.mobile.problem.FaultMapper;
import cn.ecogate.mobile.problem.RoleGate;
import cn.ecogate.mobile.site.LanesResource;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;

/** The API's table of contents. */
@ApplicationPath(MobileApi.ROOT)
@OpenAPIDefinition(
    info =
        @Info(
            title = "EcoGate 环保门禁 手持机接口",
            version = "1",
            description =
                "先用 POST /api/v1/tokens 换取令牌，其后每次请求带上 Authorization: Bearer 令牌。"
                    + "出错时一律返回 application/problem+json，其中 code 固定不变，可供程序判断。"),
    security = @SecurityRequirement(name = MobileApi.BEARER))
@SecurityScheme(
    securitySchemeName = MobileApi.BEARER,
    type = SecuritySchemeType.HTTP,
    scheme = "bearer",
    description = "POST /api/v1/tokens 所发的令牌，默认 12 小时有效，可随时撤销。")
public class MobileApi extends Application {

  public static final String ROOT = "/api/v1";
  public static final String BEARER = "bearer";

  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(
        TokensResource.class,
        MeResource.class,
        LanesResource.class,
        PassagesResource.class,
        PhotosResource.class,
        RoleGate.class,
        BodyLimit.class,
        FaultMapper.class);
  }
}
