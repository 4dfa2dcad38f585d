package cn.ecogate.planted.web.passage;

import cn.ecogate.planted.mobile.passage.Answer;

/** Planted: a page that knows the API. */
class KnowsMobile {
  Answer answer;
}
