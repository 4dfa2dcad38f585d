package cn.ecogate.mobile.problem;

import cn.ecogate.vocabulary.Rejected;
import jakarta.ejb.EJBAccessException;
import jakarta.json.JsonException;
import jakarta.json.bind.JsonbException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tells a caller's mistake, which has a code and a sentence, from a fault, which has neither. */
final class Refusals {

  /** Not a matter of what was filled in, but of who asks, how often, how much or when. */
  private static final Map<String, Integer> STATUS =
      Map.ofEntries(
          Map.entry("sign-in-wrong", 401),
          Map.entry("password-change-required", 403),
          Map.entry("not-found", 404),
          Map.entry("photo-missing", 404),
          Map.entry("alarm-over", 409),
          Map.entry("barrier-locked", 409),
          Map.entry("exemption-over", 409),
          Map.entry("vehicle-gone", 409),
          Map.entry("released-meanwhile", 409),
          Map.entry("approver-self", 403),
          Map.entry("reviewer-self", 403),
          Map.entry("assigned-to-other", 403),
          Map.entry("not-waiting", 409),
          Map.entry("not-explained", 409),
          Map.entry("withdraw-other", 403),
          Map.entry("not-locked", 409),
          Map.entry("confirmation-answered", 409),
          Map.entry("not-checked", 409),
          Map.entry("verifier-self", 403),
          Map.entry("already-listed", 409),
          Map.entry("already-released", 409),
          Map.entry("listed-by-platform", 409),
          Map.entry("listing-unknown", 404),
          Map.entry("already-closed", 409),
          Map.entry("not-closed", 409),
          Map.entry("vehicle-unknown", 404),
          Map.entry("card-unknown", 404),
          Map.entry("code-known", 409),
          Map.entry("pin-known", 409),
          Map.entry("tag-known", 409),
          Map.entry("plate-known", 409),
          Map.entry("vin-known", 409),
          Map.entry("filed-meanwhile", 409),
          Map.entry("stale-edit", 409),
          Map.entry("strategy-unknown", 404),
          Map.entry("already-over", 409),
          Map.entry("nothing-to-undo", 409),
          Map.entry("own-filing", 409),
          Map.entry("review-over", 409),
          Map.entry("document-too-large", 413),
          Map.entry("body-too-large", 413),
          Map.entry("photo-too-large", 413),
          Map.entry("sign-in-locked", 429),
          Map.entry("account-disabled", 403),
          Map.entry("stream-busy", 503),
          Map.entry("sign-in-busy", 503));

  /** What cannot even be read as a question. */
  private static final Set<String> UNREADABLE =
      Set.of("cursor", "limit", "query-value", "body-missing", "field-missing");

  private Refusals() {}

  /** Empty if the failure is nobody's mistake but a fault. */
  static Optional<Problem> of(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      Optional<Problem> problem = one(cause);
      if (problem.isPresent()) {
        return problem;
      }
    }
    return Optional.empty();
  }

  private static Optional<Problem> one(Throwable failure) {
    if (failure instanceof Rejected) {
      Rejected rejected = (Rejected) failure;
      return Optional.of(
          Problem.of(
              status(rejected.code()), rejected.code(), rejected.getMessage(), rejected.field()));
    }
    if (failure instanceof EJBAccessException) {
      return Optional.of(Problem.of(403, "role-missing", "您的角色无权进行这项操作。", null));
    }
    if (failure instanceof JsonbException || failure instanceof JsonException) {
      return Optional.of(Problem.of(400, "json", "请求内容不是所要求的 JSON，请检查格式和各字段的类型。", null));
    }
    return failure instanceof WebApplicationException
        ? http(((WebApplicationException) failure).getResponse())
        : Optional.empty();
  }

  private static int status(String code) {
    if (code.endsWith("-taken") || code.endsWith("-reused") || code.endsWith("-changed")) {
      return 409;
    }
    return STATUS.getOrDefault(code, UNREADABLE.contains(code) ? 400 : 422);
  }

  private static Optional<Problem> http(Response response) {
    int status = response.getStatus();
    switch (status) {
      case 400:
        return Optional.of(Problem.of(status, "json", "请求内容不是所要求的 JSON，请检查格式和各字段的类型。", null));
      case 403:
        return Optional.of(Problem.of(status, "role-missing", "您的角色无权进行这项操作。", null));
      case 404:
        return Optional.of(Problem.of(status, "not-found", "没有找到，请核对地址或编号。", null));
      case 405:
        return Optional.of(
            Problem.of(
                status, "method", "这个地址不支持这种操作；可用：" + response.getHeaderString("Allow"), null));
      case 406:
        return Optional.of(Problem.of(status, "accept", "只能以 application/json 返回。", null));
      case 415:
        return Optional.of(
            Problem.of(status, "content-type", "请以 application/json 提交（Content-Type）。", null));
      default:
        return status < 500
            ? Optional.of(Problem.of(status, "request", "请求有误，请对照接口文档检查。", null))
            : Optional.empty();
    }
  }
}
