package cn.ecogate.admission.entity;

/**
 * How full a place is that holds so many vehicles at most.
 *
 * @param where in words, e.g. 厂内
 */
public record Crowd(String where, int inside, int most) {

  public boolean full() {
    return inside >= most;
  }
}
