package cn.ecogate.planted.adapter.api;

/** Planted: the adapter's api. */
public class Plug {}
