package cn.ecogate.strategy.entity;

/** What a platform's list changed, in numbers of vehicles. */
public record ListReceipt(int added, int amended, int released, int unchanged) {

  public boolean changed() {
    return added + amended + released > 0;
  }
}
