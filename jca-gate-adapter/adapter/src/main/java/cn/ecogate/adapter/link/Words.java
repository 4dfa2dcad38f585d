package cn.ecogate.adapter.link;

import cn.ecogate.adapter.api.catalogue.Address;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;

/** Says in Chinese what an exception of the network means and what to look at. */
final class Words {

  private Words() {}

  static String of(IOException fault, Address address) {
    if (fault instanceof SocketTimeoutException) {
      return "连接 " + address + " 超时，请检查设备电源、网线和 IP 地址";
    }
    if (fault instanceof UnknownHostException) {
      return "找不到主机 " + address.host() + "，请核对地址";
    }
    if (fault instanceof NoRouteToHostException) {
      return "到 " + address + " 没有网络通路，请检查网线和网段";
    }
    if (fault instanceof ConnectException) {
      return "连接 " + address + " 被拒绝，请检查设备是否开机、端口是否正确";
    }
    if (fault instanceof EOFException || fault instanceof java.net.SocketException) {
      return address + " 的连接中断，请检查设备电源和网线";
    }
    return fault.getMessage();
  }
}
