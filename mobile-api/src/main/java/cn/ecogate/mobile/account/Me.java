package cn.ecogate.mobile.account;

import java.util.List;

/** Whoever asks. */
public record Me(String user, String name, List<String> roles) {}
