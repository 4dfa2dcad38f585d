package cn.ecogate.uplink.boundary;

/** CDI event, asynchronous: something was sent, refused or the line's state changed. */
public record UploadsChanged(String platformId) {}
