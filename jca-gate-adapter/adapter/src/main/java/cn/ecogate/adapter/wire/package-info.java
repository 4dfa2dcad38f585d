/**
 * The devices' own languages: bytes in, meaning out, and the other way round. Plain classes that
 * open nothing and wait for nothing.
 *
 * <p>Offers: {@link MultipartParser} and {@link EventAssembler} (a camera's endless stream), {@link
 * AnprXml}, {@link DahuaText}, {@link VzenithFrames}, {@link VzenithTalk}, {@link DigestAuth},
 * {@link HttpHead}, {@link PlateList}, {@link ModbusRtu}, {@link ParkingBoard}; what weighbridges
 * and scanners say unasked: {@link YaohuaA9}, {@link ToledoContinuous}, {@link StGs}, {@link
 * TextLines}, {@link EpcText}; who calls us: {@link HttpCallReader} and a {@link PushDialect} for
 * each brand.
 *
 * <p>Requirements: whatever a device sends is bounded (part, header, chunk, XML size) and ends in a
 * value or a {@link WireException} that keeps the beginning of the bad frame. Documents are matched
 * by local name, because four namespaces carry the same words. XML brings in nothing from outside.
 *
 * <p>Decisions: the multipart parser is fed, it does not read: a read that times out in the middle
 * of a picture loses nothing, and a frame can be tested cut at every byte. Rejected: a parser over
 * an {@code InputStream}. Modbus messages and checksum are j2mod's, its masters are not used: they
 * repeat an unanswered write (five open commands seen) and take a late answer for the next one.
 *
 * <p>Out of scope: sockets, ports, threads (see {@code link}); what a sighting means.
 */
package cn.ecogate.adapter.wire;
