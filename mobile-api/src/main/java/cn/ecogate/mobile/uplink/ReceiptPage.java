package cn.ecogate.mobile.uplink;

import java.util.List;

/** One page of receipts, newest first. */
public record ReceiptPage(List<ReceiptItem> items, String next) {}
