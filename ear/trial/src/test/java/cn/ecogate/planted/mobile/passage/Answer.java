package cn.ecogate.planted.mobile.passage;

/** Planted: an answer. */
public class Answer {}
