package cn.ecogate.mobile.problem;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/**
 * What went wrong, as RFC 9457 puts it.
 *
 * @param code stable, for programs
 * @param detail a Chinese sentence, for people
 * @param field the input that is wrong, null if none
 * @param reference where to look in the server's log, null unless it is the server's fault
 */
public record Problem(
    String type,
    String title,
    int status,
    String code,
    String detail,
    String field,
    String reference) {

  public static final String MEDIA_TYPE = "application/problem+json";
  private static final String TYPE = "urn:ecogate:problem:";

  /** RFC 9110; the REST library does not know its name. */
  private static final int UNPROCESSABLE = 422;

  static Problem of(int status, String code, String detail, String field) {
    String named = field == null || field.isEmpty() ? null : field;
    return new Problem(TYPE + code, title(status), status, code, detail, named, null);
  }

  static Problem fault(String reference) {
    return new Problem(
        TYPE + "fault",
        title(500),
        500,
        "fault",
        "系统出现故障，本次操作没有完成。请稍后重试；仍不成功时，把编号 " + reference + " 告诉管理员。",
        null,
        reference);
  }

  Response.ResponseBuilder response() {
    Response.ResponseBuilder answer =
        status == UNPROCESSABLE
            ? Response.status(status, "Unprocessable Content")
            : Response.status(status);
    return answer
        .type(MediaType.valueOf(MEDIA_TYPE).withCharset("UTF-8"))
        .header("Cache-Control", "no-store")
        .entity(this);
  }

  private static String title(int status) {
    switch (status) {
      case 400:
        return "请求不完整或格式有误";
      case 401:
        return "未登录";
      case 403:
        return "没有权限";
      case 404:
        return "没有这个内容";
      case 405:
        return "不支持这种操作";
      case 406:
        return "不能按所要的格式返回";
      case 409:
        return "与已有内容冲突";
      case 413:
        return "内容过大";
      case 415:
        return "内容的格式不支持";
      case 422:
        return "填写的内容有误";
      case 429:
        return "尝试过多";
      case 503:
        return "暂时无法处理";
      default:
        return status < 500 ? "请求有误" : "系统故障";
    }
  }
}
