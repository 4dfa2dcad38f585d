package cn.ecogate.planted.mobile.passage;

import cn.ecogate.planted.web.passage.Page;

/** Planted: an API that knows a page. */
class KnowsWeb {
  Page page;
}
