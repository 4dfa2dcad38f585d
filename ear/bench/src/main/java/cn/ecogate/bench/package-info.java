/**
 * Benchmarks of the started product, each beside something measured in the same run.
 *
 * <p>Offers: {@code DecisionBench}, started by {@code ./bench decision}: from the camera's last
 * byte to the barrier command's first byte, with the record committed in between. {@code
 * BacklogBench}, by {@code ./bench backlog}: the same while every camera sends what it had stored,
 * beside the same without. {@code AdmissionBench}, by {@code ./bench admission}: what the rules
 * themselves need, in one process without any server. {@code UplinkBench}, by {@code ./bench
 * uplink}: a backlog over a thin line, beside a raw HTTP client with the same bodies.
 *
 * <p>Requirements: open-loop arrivals (a slow answer never delays the next truck); the two programs
 * take turns on the same machine, database server and byte streams, so that the machine's noise
 * meets both; percentiles and their ratio are printed, nothing is asserted.
 *
 * <p>Decisions: the raw program is what nobody can do without: read the frame, insert the same row
 * durably, write the frame. Rejected: comparing with an earlier build of our own, which would call
 * slow normal.
 *
 * <p>Out of scope: throughput of a whole plant, and screens.
 */
package cn.ecogate.bench;
