package cn.ecogate.alarm.boundary;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A mail server of our own that speaks as much SMTP (RFC 5321) as a mail needs, and keeps what it
 * got.
 */
final class MailPeer implements AutoCloseable {

  private final ServerSocket server;
  private final List<String> conversations = new CopyOnWriteArrayList<>();

  MailPeer() throws IOException {
    server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    Thread thread = new Thread(this::serve, "mail-peer");
    thread.setDaemon(true);
    thread.start();
  }

  int port() {
    return server.getLocalPort();
  }

  /** Everything each client said, a conversation each. */
  List<String> conversations() {
    return conversations;
  }

  private void serve() {
    while (!server.isClosed()) {
      try (Socket client = server.accept()) {
        talk(client);
      } catch (IOException over) {
        if (!server.isClosed()) {
          throw new UncheckedIOException(over);
        }
      }
    }
  }

  private void talk(Socket client) throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
    Writer out = new OutputStreamWriter(client.getOutputStream(), StandardCharsets.US_ASCII);
    StringBuilder heard = new StringBuilder();
    say(out, "220 peer ready");
    boolean letter = false;
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      heard.append(line).append('\n');
      String verb = line.toUpperCase(Locale.ROOT);
      if (letter) {
        if (line.equals(".")) {
          letter = false;
          conversations.add(heard.toString());
          say(out, "250 kept");
        }
      } else if (verb.startsWith("EHLO")) {
        say(out, "250-peer\r\n250 AUTH PLAIN");
      } else if (verb.startsWith("AUTH")) {
        say(out, "235 welcome");
      } else if (verb.startsWith("DATA")) {
        letter = true;
        say(out, "354 go on");
      } else if (verb.startsWith("QUIT")) {
        say(out, "221 bye");
        return;
      } else {
        say(out, "250 ok");
      }
    }
  }

  private static void say(Writer out, String line) throws IOException {
    out.write(line + "\r\n");
    out.flush();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
