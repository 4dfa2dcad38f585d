package cn.ecogate.mobile.passage;

import java.util.List;

/** One page of visits, newest first. */
public record VisitPage(List<VisitItem> items, String next) {}
