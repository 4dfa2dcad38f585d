package cn.ecogate.simulator.camera;

import cn.ecogate.simulator.line.Mischief;
import cn.ecogate.simulator.picture.Studio.Place;
import cn.ecogate.simulator.picture.Studio.Shot;
import cn.ecogate.simulator.picture.Subject;
import cn.ecogate.simulator.truth.TruthLog;
import java.time.Clock;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.BiFunction;

/**
 * What every camera is built with.
 *
 * @param studio takes a picture of an empty lane if there is no vehicle (null)
 * @param clock the true time; the camera's own may be wrong
 */
public record Gear(
    Clock clock,
    BiFunction<Subject, Place, Shot> studio,
    TruthLog truth,
    ScheduledExecutorService timers,
    Mischief mischief,
    long seed) {}
