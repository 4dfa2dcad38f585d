package cn.ecogate.mobile.release;

import java.util.List;

/** One page of releases, newest first. */
public record ReleasePage(List<ReleaseItem> items, String next) {}
