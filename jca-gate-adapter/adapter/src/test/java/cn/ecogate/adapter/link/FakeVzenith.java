package cn.ecogate.adapter.link;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A Vzenith camera on a port of this machine, as its vendor's document describes it. */
final class FakeVzenith implements AutoCloseable {

  private static final Charset GB = Charset.forName("GB2312");

  /** Every command that was asked, in order; presence and polls apart. */
  final BlockingQueue<String> asked = new LinkedBlockingQueue<>();

  final BlockingQueue<String> presences = new LinkedBlockingQueue<>();
  final BlockingQueue<String> heartbeats = new LinkedBlockingQueue<>();
  final Map<Long, String> records = new TreeMap<>();
  final Map<String, String> list = new ConcurrentHashMap<>();
  final Map<Integer, Integer> inputs = new ConcurrentHashMap<>();

  /** Commands that are refused, with their code. */
  final Map<String, Integer> refused = new ConcurrentHashMap<>();

  /** Commands that are never answered. */
  final List<String> ignored = new CopyOnWriteArrayList<>();

  /** What get_snapshot answers: members of the document, and bytes behind it. */
  volatile String still = "";

  volatile byte[] stillBehind = new byte[0];

  private final List<Socket> callers = new CopyOnWriteArrayList<>();
  private final FakeServer server;
  volatile boolean beats = true;

  FakeVzenith() throws IOException {
    server = new FakeServer((socket, n) -> serve(socket));
  }

  int port() {
    return server.port();
  }

  int connections() {
    return server.connections();
  }

  void hangUp() {
    callers.clear();
    server.hangUp();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }

  private void serve(Socket socket) throws IOException {
    callers.add(socket);
    DataInputStream in = new DataInputStream(socket.getInputStream());
    while (true) {
      byte[] head = new byte[8];
      in.readFully(head);
      byte[] body = new byte[ByteBuffer.wrap(head).getInt(4)];
      in.readFully(body);
      if (head[2] == 1) {
        heartbeats.add("beat");
        if (beats) {
          send(socket, packet(1, 0, new byte[0]));
        }
      } else {
        answer(socket, head[3], new String(body, GB));
      }
    }
  }

  private void answer(Socket socket, int number, String command) throws IOException {
    String name = value(command, "cmd");
    if (name.equals("response_online")) {
      presences.add(command);
      return;
    }
    // What it does is done before anybody can read that it was asked.
    String more = name.equals("white_list_operator") ? whiteList(command) : "";
    if (!name.equals("get_gpio_value")) {
      asked.add(command);
    }
    if (ignored.contains(name)) {
      return;
    }
    if (refused.containsKey(name)) {
      say(socket, number, ok(command, name, refused.get(name), ""));
      return;
    }
    switch (name) {
      case "start_login" ->
          say(socket, number, ok(command, name, 200, ",\"signature\":\"Rr17TBjPHNYXJR80\""));
      case "get_max_rec_id" ->
          say(
              socket,
              number,
              ok(
                  command,
                  name,
                  200,
                  ",\"max_id\":" + records.keySet().stream().mapToLong(i -> i).max().orElse(0)));
      case "get_record" -> record(socket, number, Long.parseLong(number(command, "id")));
      case "get_image" ->
          send(
              socket,
              packet(
                  0,
                  number,
                  join(
                      "{\"cmd\":\"get_image\",\"id\":"
                          + number(command, "id")
                          + ",\"size\":4,\"state_code\":200}",
                      "JPEG")));
      case "get_snapshot" -> {
        byte[] text = ok(command, name, 200, still).getBytes(GB);
        send(
            socket,
            packet(
                0,
                number,
                ByteBuffer.allocate(text.length + 1 + stillBehind.length)
                    .put(text)
                    .put((byte) 0)
                    .put(stillBehind)
                    .array()));
      }
      case "get_gpio_value" -> {
        int gpio = Integer.parseInt(number(command, "gpio"));
        say(
            socket,
            number,
            ok(
                command,
                name,
                200,
                ",\"gpio\":" + gpio + ",\"value\":" + inputs.getOrDefault(gpio, 0)));
      }
      case "reg_offline_check" -> say(socket, number, ok(command, "offline", 200, ""));
      case "white_list_operator" ->
          say(socket, number, ok(command, name, 200, ",\"state\":\"succeed\"" + more));
      case "ttransmission" -> {
        if (command.contains("\"init\"")) {
          say(socket, number, ok(command, name, 200, ",\"subcmd\":\"init\",\"response\":\"ok\""));
        }
      }
      default -> say(socket, number, ok(command, name, 200, ""));
    }
  }

  private void record(Socket socket, int number, long record) throws IOException {
    if (records.containsKey(record)) {
      send(socket, packet(0, number, vehicle(record, records.get(record), "", false)));
    } else {
      say(socket, number, "{\"cmd\":\"get_record\",\"id\":" + record + ",\"state_code\":404}");
    }
  }

  private String whiteList(String command) {
    List<String> items = new ArrayList<>();
    switch (value(command, "operator_type")) {
      case "select" ->
          list.forEach(
              (plate, expiry) ->
                  items.add(
                      "{\"plate\":\""
                          + plate
                          + "\",\"enable\":1,\"overdue_time\":\""
                          + expiry
                          + "\"}"));
      case "delete" -> list.remove(value(command, "plate"));
      default -> list.put(value(command, "plate"), value(command, "overdue_time"));
    }
    return ",\"dldb_rec\":[" + String.join(",", items) + "]";
  }

  /** A vehicle passes: everybody who is connected is told. */
  void seen(long record, String plate, String extra) throws IOException {
    for (Socket caller : callers) {
      if (!caller.isClosed()) {
        send(caller, packet(0, 0, vehicle(record, plate, extra, true)));
      }
    }
  }

  void push(String json) throws IOException {
    for (Socket caller : callers) {
      if (!caller.isClosed()) {
        say(caller, 0, json);
      }
    }
  }

  void raw(byte[] bytes) throws IOException {
    for (Socket caller : callers) {
      if (!caller.isClosed()) {
        send(caller, bytes);
      }
    }
  }

  static byte[] vehicle(long record, String plate, String extra, boolean pictures) {
    return join(
        "{\"PlateResult\":{\"license\":\""
            + plate
            + "\",\"colorType\":1,\"direction\":4,\"timeStamp\":{\"Timeval\":{\"sec\":"
            + (1795138000L + record)
            + ",\"usec\":0}}"
            + extra
            + "},\"cmd\":\"ivs_result\","
            + (pictures ? "\"fullImgSize\":4,\"clipImgSize\":4," : "")
            + "\"id\":"
            + record
            + "}",
        pictures ? "FULLCLIP" : "");
  }

  private static String ok(String command, String name, int code, String more) {
    return "{\"cmd\":\""
        + name
        + "\",\"id\":\""
        + value(command, "id")
        + "\",\"state_code\":"
        + code
        + more
        + "}";
  }

  private static byte[] join(String json, String behind) {
    byte[] text = json.getBytes(GB);
    return behind.isEmpty()
        ? text
        : ByteBuffer.allocate(text.length + 1 + behind.length())
            .put(text)
            .put((byte) 0)
            .put(behind.getBytes(GB))
            .array();
  }

  private static void say(Socket socket, int number, String json) throws IOException {
    send(socket, packet(0, number, json.getBytes(GB)));
  }

  private static void send(Socket socket, byte[] bytes) throws IOException {
    synchronized (socket) {
      socket.getOutputStream().write(bytes);
    }
  }

  private static byte[] packet(int type, int number, byte[] body) {
    return ByteBuffer.allocate(8 + body.length)
        .put((byte) 'V')
        .put((byte) 'Z')
        .put((byte) type)
        .put((byte) number)
        .putInt(body.length)
        .put(body)
        .array();
  }

  static String value(String json, String name) {
    Matcher found = Pattern.compile("\"" + name + "\":\"([^\"]*)\"").matcher(json);
    return found.find() ? found.group(1) : "";
  }

  private static String number(String json, String name) {
    Matcher found = Pattern.compile("\"" + name + "\":(\\d+)").matcher(json);
    return found.find() ? found.group(1) : "0";
  }
}
