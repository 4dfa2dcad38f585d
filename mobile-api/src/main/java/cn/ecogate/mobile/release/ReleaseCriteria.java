package cn.ecogate.mobile.release;

import cn.ecogate.mobile.Query;
import cn.ecogate.mobile.Told;
import cn.ecogate.release.entity.Release;
import cn.ecogate.release.entity.ReleaseFilter;
import jakarta.ws.rs.QueryParam;

/** The query's filters as they stand in the address; none means any. */
public class ReleaseCriteria {

  @QueryParam("kind")
  String kind;

  @QueryParam("state")
  String state;

  @QueryParam("lane")
  String lane;

  @QueryParam("plate")
  String plate;

  @QueryParam("from")
  String from;

  @QueryParam("to")
  String to;

  @QueryParam("promise")
  String promise;

  @QueryParam("limit")
  String limit;

  @QueryParam("cursor")
  String cursor;

  ReleaseFilter filter() {
    return new ReleaseFilter(
        Query.named("kind", Release.Kind.values(), kind),
        Query.named("state", Release.State.values(), state),
        Query.blankToNull(lane),
        Query.blankToNull(plate),
        // A plus sign that was not escaped arrives as a blank.
        Told.moment("from", from == null ? null : from.strip().replace(' ', '+')),
        Told.moment("to", to == null ? null : to.strip().replace(' ', '+')),
        Query.named("promise", ReleaseFilter.Promise.values(), promise));
  }

  String cursor() {
    return Query.blankToNull(cursor);
  }

  int rows() {
    return Query.rows(limit);
  }
}
