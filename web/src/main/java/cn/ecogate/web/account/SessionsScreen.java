package cn.ecogate.web.account;

import cn.ecogate.account.boundary.DoorBook;
import cn.ecogate.account.entity.OpenDoor;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Where the person who looks at it is signed in now. */
@Named
@RequestScoped
public class SessionsScreen {

  @Inject DoorBook doors;

  public List<OpenDoor> getDoors() {
    return doors.mine();
  }
}
