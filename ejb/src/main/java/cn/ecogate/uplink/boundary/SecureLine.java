package cn.ecogate.uplink.boundary;

import cn.ecogate.site.entity.PlatformSecurity;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Authenticator;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Collection;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/**
 * The HTTP client of one platform's line: whom it trusts, what it shows, and through which proxy.
 */
final class SecureLine {

  private static final Duration CONNECT = Duration.ofSeconds(5);

  private SecureLine() {}

  /**
   * A client that keeps its connections for the next call.
   *
   * @throws IllegalArgumentException with a sentence if a file is not what it should be
   */
  static HttpClient client(PlatformSecurity security) {
    HttpClient.Builder http =
        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT);
    if (!security.equals(PlatformSecurity.USUAL)) {
      http.sslContext(context(security));
    }
    security.proxy().ifPresent(proxy -> through(proxy, http));
    return http.build();
  }

  private static void through(PlatformSecurity.Proxy proxy, HttpClient.Builder http) {
    http.proxy(ProxySelector.of(new InetSocketAddress(proxy.host(), proxy.port())));
    if (!proxy.user().isEmpty()) {
      http.authenticator(
          new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
              // To nobody but the proxy: a platform that asks in this way gets nothing.
              return getRequestorType() == RequestorType.PROXY
                  ? new PasswordAuthentication(proxy.user(), proxy.password().toCharArray())
                  : null;
            }
          });
    }
  }

  private static SSLContext context(PlatformSecurity security) {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys(security), trusted(security), null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("线路的加密不能按站点文件设置：" + e.getMessage(), e);
    }
  }

  /** Null means: as the Java platform does. */
  private static KeyManager[] keys(PlatformSecurity security) throws GeneralSecurityException {
    if (security.clientKey().isEmpty()) {
      return null;
    }
    Path file = Path.of(security.clientKey().get());
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(
        KeystoreFile.open(file, security.keystorePassword()),
        security.keystorePassword().toCharArray());
    return factory.getKeyManagers();
  }

  private static TrustManager[] trusted(PlatformSecurity security) throws GeneralSecurityException {
    if (security.pin().isPresent()) {
      return new TrustManager[] {new PinnedKey(security.pin().get())};
    }
    if (security.trust().isEmpty()) {
      return null;
    }
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(certificates(Path.of(security.trust().get())));
    return factory.getTrustManagers();
  }

  private static KeyStore certificates(Path file) throws GeneralSecurityException {
    try (InputStream in = Files.newInputStream(file)) {
      Collection<? extends Certificate> found =
          CertificateFactory.getInstance("X.509").generateCertificates(in);
      if (found.isEmpty()) {
        throw new CertificateException("empty");
      }
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      for (Certificate certificate : found) {
        store.setCertificateEntry("trusted-" + store.size(), certificate);
      }
      return store;
    } catch (CertificateException e) {
      throw new IllegalArgumentException(
          "信任的证书文件 " + file + " 里没有 PEM 格式的证书（开头应为 -----BEGIN CERTIFICATE-----）。", e);
    } catch (IOException e) {
      throw new UncheckedIOException("信任的证书文件 " + file + " 不能读取：" + e.getMessage(), e);
    }
  }
}
