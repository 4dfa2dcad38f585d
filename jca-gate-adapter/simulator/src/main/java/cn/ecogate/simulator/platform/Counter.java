package cn.ecogate.simulator.platform;

/** Where one enterprise's requests are answered, in one platform's manner. */
interface Counter {

  Reply answer(Asked asked);

  long heartbeats();

  /** The last heartbeat's devices as they were written, empty text before the first. */
  String lastHeartbeat();
}
