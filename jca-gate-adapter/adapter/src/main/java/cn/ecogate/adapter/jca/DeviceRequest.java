package cn.ecogate.adapter.jca;

import jakarta.resource.spi.ConnectionRequestInfo;

/** Which device a connection is wanted to. */
record DeviceRequest(String deviceId) implements ConnectionRequestInfo {}
