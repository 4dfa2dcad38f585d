package cn.ecogate.simulator.line;

import java.util.List;
import java.util.Optional;

/** Several boards of one kind on one pair of wires: each answers to its own address only. */
public record Bus(List<? extends FrameTalk.Board> boards) implements FrameTalk.Board {

  @Override
  public int lengthOf(byte[] head) {
    return boards.get(0).lengthOf(head);
  }

  @Override
  public Optional<byte[]> answer(byte[] frame) {
    // All of them hear every frame: a broadcast is answered by none and obeyed by all.
    List<byte[]> answers = boards.stream().flatMap(board -> board.answer(frame).stream()).toList();
    return answers.stream().findFirst();
  }

  @Override
  public int lengthAt() {
    return boards.get(0).lengthAt();
  }
}
