package cn.ecogate.adapter.link;

import cn.ecogate.adapter.api.GateCommand;
import cn.ecogate.adapter.api.GateCommand.Say;
import cn.ecogate.adapter.api.GateCommand.ShowLines;
import cn.ecogate.adapter.api.GateCommand.Tone;
import cn.ecogate.adapter.api.GateException;
import cn.ecogate.adapter.wire.ParkingBoard;
import java.io.IOException;
import java.util.List;

/** One lane's display and voice; remembers how many lines it shows, to blank the rest. */
final class Display implements BusDevice {

  private final int board;
  private final int height;
  private final Way way;
  private final Gauge gauge;
  private int shown;

  Display(int board, int height, Way way, Gauge gauge) {
    this.board = board;
    this.height = height;
    this.way = way;
    this.gauge = gauge;
  }

  /** How a frame gets to the board. */
  interface Way {
    void send(byte[] frame) throws IOException;
  }

  @Override
  public Gauge gauge() {
    return gauge;
  }

  @Override
  public void obey(GateCommand command) throws IOException {
    if (command instanceof ShowLines) {
      show((ShowLines) command);
    } else if (command instanceof Say) {
      send(ParkingBoard.voice(board, ((Say) command).text()));
    } else {
      throw new GateException("显示屏不能起落道闸");
    }
  }

  private synchronized void show(ShowLines command) throws IOException {
    List<String> lines = command.lines();
    int wanted = Math.min(height, lines.size());
    for (int line = 0; line < Math.max(wanted, shown); line++) {
      send(text(line, line < wanted ? lines.get(line) : " ", command.tone(), command.seconds()));
    }
    shown = wanted;
  }

  private byte[] text(int line, String text, Tone tone, int seconds) {
    return ParkingBoard.text(board, line, text.isEmpty() ? " " : text, tone, seconds);
  }

  private void send(byte[] frame) throws IOException {
    try {
      way.send(frame);
    } catch (NoAnswer e) {
      gauge.down("显示屏没有应答，请检查供电、接线和板号（board）");
      throw e;
    }
  }
}
