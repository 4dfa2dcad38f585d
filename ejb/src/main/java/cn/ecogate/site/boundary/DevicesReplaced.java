package cn.ecogate.site.boundary;

/**
 * CDI event, after the commit: the site's devices are others now; that one is new, changed or gone.
 */
public record DevicesReplaced(String deviceId) {}
