package cn.ecogate.mobile.confirmation;

import java.util.List;

/** One page of confirmations, newest first. */
public record ConfirmationPage(List<ConfirmationItem> items, String next) {}
