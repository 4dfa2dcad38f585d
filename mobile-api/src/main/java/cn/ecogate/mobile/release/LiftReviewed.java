package cn.ecogate.mobile.release;

/** Whether an explanation will do; words are needed when it will not. */
public record LiftReviewed(Boolean accept, String words) {}
