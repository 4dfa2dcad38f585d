package cn.ecogate.adapter.wire;

import com.ghgande.j2mod.modbus.msg.ModbusRequest;
import com.ghgande.j2mod.modbus.msg.ModbusResponse;
import com.ghgande.j2mod.modbus.msg.ReadCoilsRequest;
import com.ghgande.j2mod.modbus.msg.ReadCoilsResponse;
import com.ghgande.j2mod.modbus.msg.ReadInputDiscretesRequest;
import com.ghgande.j2mod.modbus.msg.ReadInputDiscretesResponse;
import com.ghgande.j2mod.modbus.msg.WriteCoilRequest;
import com.ghgande.j2mod.modbus.util.ModbusUtil;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.BitSet;

/**
 * The RTU frames a relay board is asked with, and what its replies mean. The messages are j2mod's;
 * sending them is the link's, because j2mod's own masters repeat a write that was not answered.
 */
public final class ModbusRtu {

  private static final int EXCEPTION = 0x80;

  private ModbusRtu() {}

  /** Function 5: one coil on or off. */
  public static byte[] writeCoil(int unit, int coil, boolean on) {
    return frame(unit, new WriteCoilRequest(coil, on));
  }

  /** Function 5 at 0x0200 + coil: on for so many tenths of a second, timed by the board. */
  public static byte[] pulse(int unit, int coil, int tenths) {
    return frame(unit, new PulseCoilRequest(coil, tenths));
  }

  /** Function 2: the first inputs. */
  public static byte[] readInputs(int unit, int count) {
    return frame(unit, new ReadInputDiscretesRequest(0, count));
  }

  /** Function 1: one coil. */
  public static byte[] readCoil(int unit, int coil) {
    return frame(unit, new ReadCoilsRequest(coil, 1));
  }

  private static byte[] frame(int unit, ModbusRequest request) {
    request.setHeadless();
    request.setUnitID(unit);
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream(8);
      request.writeTo(new DataOutputStream(bytes));
      return withCrc(bytes.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] withCrc(byte[] body) {
    int[] crc = ModbusUtil.calculateCRC(body, 0, body.length);
    byte[] frame = Arrays.copyOf(body, body.length + 2);
    frame[body.length] = (byte) crc[0];
    frame[body.length + 1] = (byte) crc[1];
    return frame;
  }

  static boolean crcHolds(byte[] frame) {
    int[] crc = ModbusUtil.calculateCRC(frame, 0, frame.length - 2);
    return frame[frame.length - 2] == (byte) crc[0] && frame[frame.length - 1] == (byte) crc[1];
  }

  /** How long the reply that begins with these bytes is; 0 if they are too few to tell. */
  public static int replyLength(byte[] reply, int have) {
    if (have < 2) {
      return 0;
    }
    if ((reply[1] & EXCEPTION) != 0) {
      return 5;
    }
    if (reply[1] == 5) {
      return 8;
    }
    return have < 3 ? 0 : 5 + (reply[2] & 0xFF);
  }

  /** Passes if the reply confirms the write: an echo, byte for byte. */
  public static void confirmWrite(byte[] request, byte[] reply) throws WireException {
    check(request, reply);
    if (!Arrays.equals(request, reply)) {
      throw new WireException("继电器板的回应与命令不一致", reply);
    }
  }

  public static BitSet inputs(byte[] request, byte[] reply) throws WireException {
    ModbusResponse response = response(request, reply);
    if (!(response instanceof ReadInputDiscretesResponse)) {
      throw new WireException("继电器板的回应不是输入状态", reply);
    }
    return bits(((ReadInputDiscretesResponse) response).getDiscretes().getBytes());
  }

  public static boolean coil(byte[] request, byte[] reply) throws WireException {
    ModbusResponse response = response(request, reply);
    if (!(response instanceof ReadCoilsResponse)) {
      throw new WireException("继电器板的回应不是线圈状态", reply);
    }
    return bits(((ReadCoilsResponse) response).getCoils().getBytes()).get(0);
  }

  // j2mod's BitVector numbers its bits in a way that depends on how it was made: the bytes do not.
  private static BitSet bits(byte[] bytes) {
    return BitSet.valueOf(bytes);
  }

  private static ModbusResponse response(byte[] request, byte[] reply) throws WireException {
    check(request, reply);
    int asked = (request[4] & 0xFF) << 8 | request[5] & 0xFF;
    if ((reply[2] & 0xFF) != (asked + 7) / 8) {
      throw new WireException("继电器板回应的位数与所问不符", reply);
    }
    ModbusResponse response = ModbusResponse.createModbusResponse(reply[1]);
    response.setHeadless();
    try {
      response.readFrom(new DataInputStream(new ByteArrayInputStream(reply, 0, reply.length - 2)));
    } catch (IOException e) {
      throw new WireException("继电器板的回应残缺", reply);
    }
    return response;
  }

  private static void check(byte[] request, byte[] reply) throws WireException {
    if (reply.length < 5 || !crcHolds(reply)) {
      throw new WireException("继电器板回应的校验码不对，请检查接线、波特率和干扰", reply);
    }
    if (reply[0] != request[0]) {
      throw new WireException("回应来自另一个站号 " + (reply[0] & 0xFF), reply);
    }
    if ((reply[1] & EXCEPTION) != 0 && (reply[1] & 0x7F) == request[1]) {
      throw new RefusedByBoard(reply[2] & 0xFF, reply);
    }
    if (reply[1] != request[1]) {
      throw new WireException("回应的功能码与所问不符", reply);
    }
  }

  /** The board understood and said no; the line is good. */
  public static final class RefusedByBoard extends WireException {

    private static final long serialVersionUID = 1L;

    RefusedByBoard(int code, byte[] reply) {
      super("继电器板拒绝命令（异常码 " + code + "）：" + meaning(code), reply);
    }

    private static String meaning(int code) {
      switch (code) {
        case 1:
          return "不支持此功能，请核对 timing 设置";
        case 2:
          return "地址不存在，请核对线圈和输入编号";
        case 3:
          return "数值不允许，请核对 pulse-ms";
        default:
          return "设备故障或忙";
      }
    }
  }
}
