package cn.ecogate.simulator.scanner;

import cn.ecogate.simulator.line.Line;
import cn.ecogate.simulator.line.Mischief;
import cn.ecogate.simulator.line.Plug;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;

/** A reader that says each thing it reads as one line, to all who hold its wire; it keeps none. */
public final class LineReader implements Plug.Talk {

  private static final int LOOK_MILLIS = 20;

  private final Mischief mischief;
  private final List<BlockingQueue<String>> listeners = new CopyOnWriteArrayList<>();

  public LineReader(Mischief mischief) {
    this.mischief = mischief;
  }

  /** Something is held before it. */
  public void read(String text) {
    listeners.forEach(listener -> listener.add(text));
  }

  public int listeners() {
    return listeners.size();
  }

  @Override
  public void hold(Line line) throws IOException {
    BlockingQueue<String> said = new LinkedBlockingQueue<>();
    listeners.add(said);
    try {
      byte[] ignored = new byte[64];
      while (line.read(ignored, LOOK_MILLIS) >= 0) {
        for (String text = said.poll(); text != null; text = said.poll()) {
          byte[] bytes = (text + "\r\n").getBytes(StandardCharsets.UTF_8);
          mischief.send(line, lying -> bytes);
        }
      }
    } finally {
      listeners.remove(said);
    }
  }
}
