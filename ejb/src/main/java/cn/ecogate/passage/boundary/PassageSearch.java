package cn.ecogate.passage.boundary;

import cn.ecogate.passage.entity.Passage;
import cn.ecogate.passage.entity.PassageFilter;
import cn.ecogate.passage.entity.PassageStory;
import cn.ecogate.vocabulary.Slice;
import jakarta.ejb.Stateless;
import java.util.Optional;

/** Looks passages up; never writes. */
@Stateless
public class PassageSearch {

  /**
   * Newest first; {@code cursor} from the slice before, or null; {@code Rejected("cursor")} if it
   * is not one.
   */
  public Slice<Passage> find(PassageFilter filter, String cursor, int rows) {
    throw new IllegalStateException("not built yet");
  }

  public long count(PassageFilter filter) {
    throw new IllegalStateException("not built yet");
  }

  public Optional<PassageStory> story(long id) {
    throw new IllegalStateException("not built yet");
  }

  /** The newest passage of a lane. */
  public Optional<Passage> newest(String laneId) {
    throw new IllegalStateException("not built yet");
  }
}
