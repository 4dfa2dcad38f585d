/**
 * The domain inside a real Payara Micro, in front of a real MariaDB: what only a container does.
 * Transactions over several beans, refused callers, doors that a proxy cannot open. Screens and
 * devices are tried from outside, in {@code ear/trial}.
 */
package cn.ecogate.container;
