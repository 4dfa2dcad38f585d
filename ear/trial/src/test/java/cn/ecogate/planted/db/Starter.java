package cn.ecogate.planted.db;

/** Planted: the database's starter. */
public class Starter {}
