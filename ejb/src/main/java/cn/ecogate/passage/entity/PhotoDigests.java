package cn.ecogate.passage.entity;

import java.util.Optional;

/** SHA-256 of an arrival's photos; one that is absent or could not be kept is empty. */
public record PhotoDigests(Optional<String> scene, Optional<String> plateCut) {}
