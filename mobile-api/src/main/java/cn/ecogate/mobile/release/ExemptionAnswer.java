package cn.ecogate.mobile.release;

/** What an approver says; his words are needed when he declines. */
public record ExemptionAnswer(Boolean approve, String words) {}
