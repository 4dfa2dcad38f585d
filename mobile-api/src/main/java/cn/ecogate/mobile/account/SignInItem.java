package cn.ecogate.mobile.account;

import cn.ecogate.account.entity.OpenDoor;
import cn.ecogate.mobile.Word;
import java.time.Instant;

/** Where somebody is signed in now. */
public record SignInItem(
    String id,
    Word kind,
    String device,
    String from,
    Instant begun,
    Instant seen,
    Instant expires) {

  static SignInItem of(OpenDoor door) {
    return new SignInItem(
        door.id(),
        Word.of(door.kind(), door.kind().label()),
        door.device(),
        door.from(),
        door.begun(),
        door.seen(),
        door.expires());
  }
}
