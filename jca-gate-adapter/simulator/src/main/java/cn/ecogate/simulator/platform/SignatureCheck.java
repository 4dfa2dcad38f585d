package cn.ecogate.simulator.platform;

import cn.ecogate.simulator.truth.JsonText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Verifies RSA2 with the enterprise's public key, read again whenever its file changes. */
final class SignatureCheck {

  static final String FIELD = "sign";

  private final Path file;
  private FileTime readAt;
  private PublicKey key;

  SignatureCheck(Path file) {
    this.file = file;
  }

  /** Null if the body is signed as it should be, else what is wrong with it. */
  String objection(JsonText.Read body) {
    return objection(body, body.text(FIELD));
  }

  /** The same with the signature from elsewhere. */
  String objection(JsonText.Read body, String sign) {
    PublicKey current;
    try {
      current = key();
    } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
      return "企业公钥未登记或读不出来：" + file.getFileName();
    }
    try {
      Signature rsa = Signature.getInstance("SHA256withRSA");
      rsa.initVerify(current);
      rsa.update(signed(body).getBytes(StandardCharsets.UTF_8));
      return rsa.verify(Base64.getDecoder().decode(sign)) ? null : "签名不符";
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return "签名不符";
    }
  }

  /** Texts count as they are, everything else exactly as it was written; nothing empty counts. */
  static String signed(JsonText.Read body) {
    SortedMap<String, String> pairs = new TreeMap<>();
    for (Map.Entry<String, Object> member : body.members().entrySet()) {
      String value =
          member.getValue() instanceof String text ? text : body.written().get(member.getKey());
      if (member.getValue() != null && !value.isEmpty() && !member.getKey().equals(FIELD)) {
        pairs.put(member.getKey(), value);
      }
    }
    return pairs.entrySet().stream()
        .map(pair -> pair.getKey() + "=" + pair.getValue())
        .collect(Collectors.joining("&"));
  }

  private synchronized PublicKey key() throws IOException, GeneralSecurityException {
    FileTime changed = Files.getLastModifiedTime(file);
    if (!changed.equals(readAt)) {
      String pem = Files.readString(file, StandardCharsets.US_ASCII);
      String base64 = pem.replaceAll("-----[A-Z ]+-----|\\s", "");
      key =
          KeyFactory.getInstance("RSA")
              .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(base64)));
      readAt = changed;
    }
    return key;
  }
}
