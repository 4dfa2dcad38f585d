package cn.ecogate.strategy.boundary;

/** CDI event, fired inside the changing transaction: what strategies there are has changed. */
public record StrategiesChanged() {}
