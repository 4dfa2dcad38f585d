package cn.ecogate.account.entity;

import java.time.Instant;

/** A handheld's key. The secret is shown once and kept only as its digest. */
public record IssuedToken(String secret, Instant expires) {}
