package cn.ecogate.account.entity;

import java.time.Instant;

/** A person and since when the password holds; a session begun under an older password is over. */
public record Standing(Person person, Instant passwordSince) {}
