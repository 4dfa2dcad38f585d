package cn.ecogate.planted.adapter.api.catalogue;

/** Planted: a driver's card. */
public class Card {}
