package cn.ecogate.planted.web.passage;

import jakarta.ws.rs.core.Response;

/** Planted: REST in the pages. */
class AnswersRest {
  Response response;
}
