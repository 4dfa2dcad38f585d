package cn.ecogate.adapter.wire;

import com.ghgande.j2mod.modbus.msg.WriteCoilRequest;
import java.io.DataOutput;
import java.io.IOException;

/**
 * The board-timed pulse of the Waveshare family: function 5 at 0x0200 + coil with the time in 100
 * ms as its value, which the plain request cannot carry.
 */
final class PulseCoilRequest extends WriteCoilRequest {

  static final int FLASH_ON = 0x0200;

  private final int tenths;

  PulseCoilRequest(int coil, int tenths) {
    super(FLASH_ON + coil, true);
    this.tenths = tenths;
  }

  @Override
  public void writeData(DataOutput out) throws IOException {
    out.writeShort(getReference());
    out.writeShort(tenths);
  }

  @Override
  public byte[] getMessage() {
    int coil = getReference();
    return new byte[] {(byte) (coil >> 8), (byte) coil, (byte) (tenths >> 8), (byte) tenths};
  }
}
