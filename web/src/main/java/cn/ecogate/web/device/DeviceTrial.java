package cn.ecogate.web.device;

import cn.ecogate.device.boundary.DeviceWatch;
import cn.ecogate.device.boundary.GateControl;
import cn.ecogate.device.entity.Acknowledgement;
import cn.ecogate.device.entity.DeviceStatus;
import cn.ecogate.site.entity.Device;
import cn.ecogate.web.frame.Moments;
import cn.ecogate.web.frame.Words;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/**
 * Tries a device for whoever stands beside it: waits some seconds for its link and for what it
 * says; a display is made to show something. Nothing is ever opened by a trial.
 */
@Named
@ViewScoped
public class DeviceTrial implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject transient DeviceWatch watch;
  @Inject transient GateControl control;
  @Inject transient ExternalContext context;
  @Inject transient Moments moments;
  @Inject transient Words words;

  private LinkTrial trial;
  private LinkTrial.Result result;
  private String sentence = "";

  public void begin() {
    status()
        .ifPresent(
            status -> {
              trial = LinkTrial.of(status, moments.getNow());
              if (status.device().kind() == Device.Kind.DISPLAY) {
                tryDisplay(status);
              } else {
                look(status);
              }
            });
  }

  /** Asked every second while it runs. */
  public void look() {
    status().ifPresent(this::look);
  }

  private void look(DeviceStatus status) {
    result = trial.seen(status, moments.getNow());
    long seconds = trial.seconds(moments.getNow());
    sentence =
        switch (result) {
          case RUNNING ->
              words.say("trial.running", words.of(status.link()), seconds, PATIENCE_SECONDS);
          case SPEAKS -> words.say("trial.speaks", status.frames(), moments.clock(heard(status)));
          case STANDS -> words.say("trial.stands", seconds);
          case DOWN -> words.say("trial.down", status.complaint().orElse(""));
        };
  }

  private static final long PATIENCE_SECONDS = LinkTrial.PATIENCE.toSeconds();

  private static java.time.Instant heard(DeviceStatus status) {
    return status.lastHeard().orElse(null);
  }

  private void tryDisplay(DeviceStatus status) {
    Acknowledgement answer =
        control.show(
            status.lane().id(),
            List.of(words.say("trial.display"), moments.clock(moments.getNow())),
            GateControl.Tone.ATTENTION);
    boolean done = answer.outcome() == Acknowledgement.Outcome.DONE;
    result = done ? LinkTrial.Result.SPEAKS : LinkTrial.Result.DOWN;
    sentence =
        done
            ? words.say("trial.display.shown", answer.elapsedMillis())
            : words.say("trial.down", answer.words());
  }

  private Optional<DeviceStatus> status() {
    String id = context.getRequestParameterMap().getOrDefault("id", "");
    return watch.device(id);
  }

  public boolean isRunning() {
    return result == LinkTrial.Result.RUNNING;
  }

  public boolean isAsked() {
    return result != null;
  }

  /** For the look of the sentence. */
  public String getResult() {
    return result == null ? "" : result.name();
  }

  public String getSentence() {
    return sentence;
  }
}
