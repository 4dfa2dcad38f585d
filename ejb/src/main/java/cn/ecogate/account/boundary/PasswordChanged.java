package cn.ecogate.account.boundary;

import java.time.Instant;

/** CDI event, synchronous, inside the changing transaction: that user's password is a new one. */
public record PasswordChanged(String user, Instant at) {}
