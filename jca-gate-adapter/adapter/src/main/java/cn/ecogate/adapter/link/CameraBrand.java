package cn.ecogate.adapter.link;

import cn.ecogate.adapter.api.DeviceSpec;
import cn.ecogate.adapter.api.catalogue.Address;
import cn.ecogate.adapter.wire.EventAssembler;

/** What differs between the brands of cameras that are asked for an endless stream over HTTP. */
interface CameraBrand {

  /** What to ask for. */
  String stream(DeviceSpec camera);

  /** Reads what comes. */
  EventAssembler assembler(DeviceSpec camera);

  /** What it means that the stream is refused so, and what to look at. */
  String refusal(int status);

  /**
   * The list of what it remembers, which is asked for what its stream missed; null if it has none.
   */
  default BackFill.PlateBook plateBook(DeviceSpec camera, Address address, Timings timings) {
    return null;
  }

  /** Where it gives a picture of this moment. */
  String still(DeviceSpec device);

  /** A barrier that hangs on the camera's own terminals. */
  CameraBarrier barrier(DeviceSpec spec, CameraBarrier.Desk desk);
}
