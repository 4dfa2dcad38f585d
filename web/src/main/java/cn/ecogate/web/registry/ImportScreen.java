package cn.ecogate.web.registry;

import cn.ecogate.registry.boundary.Imports;
import cn.ecogate.registry.entity.ImportRow;
import cn.ecogate.registry.entity.ImportRow.Kind;
import cn.ecogate.registry.entity.ImportState;
import cn.ecogate.registry.entity.Register;
import cn.ecogate.vocabulary.Rejected;
import cn.ecogate.web.frame.Address;
import cn.ecogate.web.frame.Complaint;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** An upload's way from the file to the report; the address says which one, and which rows. */
@Named
@RequestScoped
public class ImportScreen {

  private static final int ROWS = 100;

  @Inject HttpServletRequest request;
  @Inject Imports imports;
  @Inject Complaint complaint;
  @Inject ExternalContext context;

  private Address address;
  private Part file;
  private ImportState state;

  @PostConstruct
  void read() {
    address = Address.read("/import.xhtml", request.getParameterMap(), "id", "kind", "from");
  }

  public Address getAddress() {
    return address;
  }

  public Part getFile() {
    return file;
  }

  public void setFile(Part file) {
    this.file = file;
  }

  /** Null before an upload, and for one that is gone. */
  public ImportState getState() {
    if (state == null && address.has("id")) {
      state = imports.state(address.get("id")).orElse(null);
    }
    return state;
  }

  public boolean isGone() {
    return address.has("id") && getState() == null;
  }

  public List<Kind> getKinds() {
    return Arrays.stream(Kind.values()).filter(kind -> getState().count(kind) > 0).toList();
  }

  public List<ImportRow> getRows() {
    return imports.rows(address.get("id"), kind(), from(), ROWS);
  }

  public String link(Kind kind) {
    Address all = address.without("kind", "from");
    return (kind == null ? all : all.with("kind", kind.name())).link();
  }

  public Optional<String> getMore() {
    int shown = kind().map(getState()::count).orElse(getState().total());
    return from() + ROWS < shown
        ? Optional.of(address.with("from", String.valueOf(from() + ROWS)).link())
        : Optional.empty();
  }

  public void upload() throws IOException {
    try {
      if (!Papers.chosen(file)) {
        throw new Rejected("sheet-empty", "file", "请选择要导入的 .xlsx 文件。");
      }
      try (InputStream bytes = file.getInputStream()) {
        String id =
            imports.upload(Register.VEHICLES, file.getSubmittedFileName(), bytes, file.getSize());
        context.redirect(new Address("/import.xhtml", Map.of("id", id)).link());
      }
    } catch (Rejected why) {
      complaint.show(why);
    }
  }

  public void writeAll() {
    write(Optional.empty());
  }

  public void writeTicked() {
    String[] ticked = request.getParameterValues("pick");
    Set<Integer> rows =
        ticked == null
            ? Set.of()
            : Arrays.stream(ticked).map(Integer::valueOf).collect(Collectors.toSet());
    write(Optional.of(rows));
  }

  private void write(Optional<Set<Integer>> chosen) {
    try {
      imports.write(address.get("id"), chosen);
      state = null;
    } catch (Rejected why) {
      complaint.show(why);
    }
  }

  private Optional<Kind> kind() {
    return address.constant("kind", Kind.class);
  }

  private int from() {
    String from = address.get("from");
    return from.matches("[0-9]{1,6}") ? Integer.parseInt(from) : 0;
  }
}
