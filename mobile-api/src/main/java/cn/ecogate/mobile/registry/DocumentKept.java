package cn.ecogate.mobile.registry;

/** A picture that is kept: filings name it by this digest. */
public record DocumentKept(String digest) {}
