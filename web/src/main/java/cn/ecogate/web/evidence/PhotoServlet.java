package cn.ecogate.web.evidence;

import cn.ecogate.evidence.boundary.PhotoArchive;
import cn.ecogate.evidence.entity.Caption;
import cn.ecogate.passage.boundary.PassageSearch;
import cn.ecogate.passage.entity.Passage;
import cn.ecogate.passage.entity.PassageStory;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Photos by their digest: {@code /photos/<digest>} is the original, with {@code ?passage=<id>} the
 * copy captioned for that passage. A digest never changes its bytes, so browsers may keep them.
 */
@WebServlet("/photos/*")
public class PhotoServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Inject PhotoArchive archive;
  @Inject PassageSearch search;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String digest = request.getPathInfo() == null ? "" : request.getPathInfo().substring(1);
    String passage = request.getParameter("passage");
    Optional<Path> file = digest.matches("[0-9a-f]{64}") ? file(digest, passage) : Optional.empty();
    if (file.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    String tag = '"' + digest + (passage == null ? "" : "-" + passage) + '"';
    response.setHeader("Cache-Control", "private, max-age=31536000, immutable");
    response.setHeader("ETag", tag);
    if (tag.equals(request.getHeader("If-None-Match"))) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return;
    }
    response.setContentType("image/jpeg");
    response.setContentLengthLong(Files.size(file.get()));
    Files.copy(file.get(), response.getOutputStream());
  }

  private Optional<Path> file(String digest, String passage) {
    return passage != null && passage.matches("\\d{1,18}")
        ? search
            .story(Long.parseLong(passage))
            .map(PassageStory::passage)
            .filter(p -> digest.equals(p.getScenePhoto()) || digest.equals(p.getPlatePhoto()))
            .flatMap(p -> archive.captioned(digest, caption(p)))
        : archive.original(digest);
  }

  private static Caption caption(Passage passage) {
    return new Caption(
        passage.getPlate() == null ? "" : passage.getPlate(),
        passage.getSeenAt(),
        passage.getGateNo(),
        passage.getBarrierNo());
  }
}
