package cn.ecogate.site.entity;

/**
 * The enterprise as the standard asks for it (HJ 1321-2023, enterprise information). Texts may be
 * empty except number and name.
 *
 * @param number issued by the platform, 6 to 30 characters
 * @param creditCode unified social credit code, 18 characters
 * @param division GB/T 2260 division code, 6 digits
 */
public record Enterprise(
    String number,
    String name,
    String creditCode,
    String industry,
    String grade,
    String address,
    String division,
    String person,
    String phone,
    String maintainer,
    String maintainerPhone) {}
