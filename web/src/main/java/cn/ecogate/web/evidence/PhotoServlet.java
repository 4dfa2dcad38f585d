package cn.ecogate.web.evidence;

import cn.ecogate.evidence.boundary.PhotoArchive;
import cn.ecogate.passage.boundary.PassageSearch;
import cn.ecogate.passage.entity.PassageStory;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Photos by their digest: {@code /photos/<digest>} is the original, with {@code ?passage=<id>} the
 * copy captioned for that passage, with {@code ?small} one for lists. A digest never changes its
 * bytes, so browsers may keep them.
 */
@WebServlet("/photos/*")
public class PhotoServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  private static final int PNG_BEGINS = 0x89;

  @Inject PhotoArchive archive;
  @Inject PassageSearch search;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String digest = request.getPathInfo() == null ? "" : request.getPathInfo().substring(1);
    Optional<Path> original = archive.original(digest);
    if (original.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    String query = request.getQueryString();
    String tag = '"' + digest + (query == null ? "" : "?" + query) + '"';
    response.setHeader("Cache-Control", "private, max-age=31536000, immutable");
    response.setHeader("ETag", tag);
    if (tag.equals(request.getHeader("If-None-Match"))) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return;
    }
    Path file = copy(digest, request, response).or(() -> original).orElseThrow();
    response.setContentType(type(file));
    response.setContentLengthLong(Files.size(file));
    Files.copy(file, response.getOutputStream());
  }

  /** Cameras send JPEG; papers may have been uploaded as PNG. */
  private static String type(Path file) throws IOException {
    try (InputStream bytes = Files.newInputStream(file)) {
      return bytes.read() == PNG_BEGINS ? "image/png" : "image/jpeg";
    }
  }

  /** The copy that was asked for, empty for the original. */
  private Optional<Path> copy(
      String digest, HttpServletRequest request, HttpServletResponse response) {
    String passage = request.getParameter("passage");
    if (request.getParameter("small") != null) {
      return archive.thumbnail(digest);
    }
    if (passage == null || !passage.matches("\\d{1,18}")) {
      return Optional.empty();
    }
    Optional<Path> captioned =
        search
            .story(Long.parseLong(passage))
            .map(PassageStory::passage)
            .filter(p -> digest.equals(p.getScenePhoto()) || digest.equals(p.getPlatePhoto()))
            .flatMap(p -> archive.captioned(digest, PassageSearch.caption(p)));
    if (captioned.isEmpty()) {
      response.setHeader("Cache-Control", "no-store");
    }
    return captioned;
  }
}
