package cn.ecogate.simulator.camera;

import cn.ecogate.simulator.picture.Subject;

/**
 * What a vehicle was told to be seen as.
 *
 * @param device the camera that sees it, which may be one of several behind an address
 * @param repeats how often the camera says it again, once a second
 * @param history as something it had stored: no news
 */
public record Order(String device, Subject subject, int repeats, String kind, boolean history) {}
