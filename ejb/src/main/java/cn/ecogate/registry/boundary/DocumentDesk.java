package cn.ecogate.registry.boundary;

import cn.ecogate.account.entity.Role.Names;
import cn.ecogate.evidence.boundary.PhotoArchive;
import cn.ecogate.registry.control.DocumentImage;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Pictures of documents and name plates: kept by digest, before the filing that names them is
 * saved. One that no filing names does no harm.
 */
@Stateless
@RolesAllowed({
  Names.ADMINISTRATOR,
  Names.OFFICER,
  Names.GUARD,
  Names.KEEPER,
  Names.INSPECTOR,
  Names.AUDITOR
})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DocumentDesk {

  @Inject PhotoArchive archive;

  /** For the container. */
  public DocumentDesk() {}

  /** For tests: what the container would inject. */
  public DocumentDesk(PhotoArchive archive) {
    this.archive = archive;
  }

  /** The picture's digest; {@code Rejected} at that field says what is wrong with it. */
  @RolesAllowed({Names.ADMINISTRATOR, Names.OFFICER, Names.GUARD, Names.KEEPER})
  public String keep(byte[] image, String field) {
    return archive.keep(DocumentImage.checked(image, field));
  }

  /** The same for what arrives over the net; no more is read than may be kept. */
  @RolesAllowed({Names.ADMINISTRATOR, Names.OFFICER, Names.GUARD, Names.KEEPER})
  public String keep(InputStream image, long length, String field) throws IOException {
    if (length > DocumentImage.MOST_BYTES) {
      throw DocumentImage.tooLarge(length, field);
    }
    return keep(image.readNBytes(DocumentImage.MOST_BYTES + 1), field);
  }

  /** The picture's file. */
  public Optional<Path> file(String digest) {
    return archive.original(digest);
  }
}
