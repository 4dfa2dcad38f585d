package cn.ecogate.mobile.passage;

import java.util.List;

/** One page of passages, newest first. */
public record PassagePage(List<PassageItem> items, String next) {}
