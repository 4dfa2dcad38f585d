package cn.ecogate.uplink.control;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Set;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;

/** Why a line could not be had, as a sentence that says what to do. */
final class LineTrouble {

  private LineTrouble() {}

  static String sentence(IOException trouble, String base) {
    String secured = secured(trouble);
    if (secured != null) {
      return secured;
    }
    if (has(trouble, UnresolvedAddressException.class, UnknownHostException.class)) {
      return "找不到平台的地址 " + base + "：请核对 url，或本机的域名解析";
    }
    String said = String.valueOf(trouble.getMessage());
    if (said.contains("407") || said.contains("too many authentication attempts")) {
      return "代理要口令，或口令不对：请核对站点文件的 proxy";
    }
    if (trouble instanceof ConnectException) {
      return "连不上平台：" + base;
    }
    // In TLS 1.3 a certificate that is missing is often answered by hanging up without a word.
    boolean withoutAWord = base.startsWith("https:") && said.contains("received no bytes");
    return "与平台的连接中断：" + said + (withoutAWord ? "（平台若要看本厂的证书，请核对站点文件的 client-key）" : "");
  }

  private static String secured(Throwable trouble) {
    for (Throwable cause = trouble; cause != null; cause = cause.getCause()) {
      if (cause instanceof WrongKey wrong) {
        return "平台出示的密钥不是登记的那一把（pin），线路可能被人冒充；出示的是 " + wrong.getMessage();
      }
      if (cause instanceof CertificateExpiredException) {
        return "平台的证书已过期：请平台更换证书，记录留存待传";
      }
      if (cause instanceof CertificateNotYetValidException) {
        return "平台的证书尚未生效：请核对本机的日期和时间";
      }
      if (cause instanceof CertPathBuilderException) {
        return "平台的证书不是本机信任的机构签发的：若平台用自己的机构，请在站点文件的 trust 写明其证书文件";
      }
      if (cause instanceof CertificateException named
          && String.valueOf(named.getMessage()).matches("No (subject alternative|name).*")) {
        return "平台的证书不是发给这个地址的：请核对 url，或请平台更换证书";
      }
    }
    if (trouble instanceof SSLException) {
      return isOurCertificate(trouble)
          ? "平台不接受本厂的证书：请核对站点文件的 client-key，证书是否已在平台登记、是否过期"
          : "与平台的加密连接建立不起来：" + trouble.getMessage();
    }
    return null;
  }

  /** TLS tells only that the other side refused; of certificates it has these words. */
  private static boolean isOurCertificate(Throwable trouble) {
    String said = String.valueOf(trouble.getMessage());
    return (trouble instanceof SSLHandshakeException || said.contains("fatal alert"))
        && Set.of("bad_certificate", "certificate_required", "certificate_unknown", "unknown_ca")
            .stream()
            .anyMatch(said::contains);
  }

  private static boolean has(Throwable trouble, Class<?>... kinds) {
    for (Throwable cause = trouble; cause != null; cause = cause.getCause()) {
      for (Class<?> kind : kinds) {
        if (kind.isInstance(cause)) {
          return true;
        }
      }
    }
    return false;
  }
}
