package cn.ecogate.uplink.entity;

import java.time.Instant;
import java.util.Optional;

/**
 * How it stands with one kind of what a platform sends down.
 *
 * @param heardAt when it was answered last; empty before the first answer
 * @param wholeAt when everything was compared last
 * @param old true if that is longer ago than the platform's profile allows
 * @param holds how many vehicles, strategies not yet over, or violations of that platform are here
 * @param everySeconds how often it is asked for
 */
public record Sending(
    String platformId,
    String platformName,
    ReceiptKind kind,
    Optional<Instant> heardAt,
    Optional<Instant> wholeAt,
    Instant nextAskAt,
    Optional<String> complaint,
    boolean old,
    long holds,
    long everySeconds) {}
