package cn.ecogate.ledger.entity;

import java.time.Instant;

/**
 * One line of the ledger. Never changed; a correction is a new entry that names the old one.
 *
 * @param seq contiguous from 0
 * @param kind what it records: {@code passage}, {@code audit}
 * @param subject the recorded thing's own key, e.g. a passage's serial number
 * @param text the canonical text, whose UTF-8 bytes are the leaf
 * @param leafHash RFC 6962 leaf hash, lower-case hex
 * @param rootHash RFC 6962 tree head over entries 0..seq, lower-case hex
 */
public record LedgerEntry(
    long seq,
    String kind,
    String subject,
    String text,
    String leafHash,
    String rootHash,
    Instant at) {}
