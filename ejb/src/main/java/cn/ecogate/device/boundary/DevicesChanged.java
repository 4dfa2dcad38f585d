package cn.ecogate.device.boundary;

/**
 * CDI event, asynchronous: the link or barrier of that lane changed; ask {@link DeviceWatch} how it
 * is now.
 */
public record DevicesChanged(String laneId) {}
