package cn.ecogate.simulator.line;

import java.io.IOException;

/** Where a device is plugged in: it can be pulled and put back while the site runs. */
public interface Plug {

  /** What a device does with every line it gets, until the line ends. */
  interface Talk {
    void hold(Line line) throws IOException;
  }

  /** Starts to answer. Throws with a sentence that names the port, if it cannot. */
  void plugIn() throws IOException;

  /** Drops every line and answers no longer. */
  void pull();

  boolean plugged();

  /** Drops the lines in use, but goes on answering. */
  void dropLines();

  /** In words, for the log. */
  String where();
}
