package cn.ecogate.planted.web.passage;

/** Planted: a page. */
public class Page {}
