package cn.ecogate.mobile.passage;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One page of passages, newest first. */
@Schema(description = "一页通行记录，新的在前")
public record PassagePage(
    List<PassageItem> items, @Schema(description = "下一页的 cursor；省略表示已到末尾") String next) {}
