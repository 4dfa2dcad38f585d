/**
 * The back office: what people see and do in a browser. One package per component of the domain,
 * one {@code …Screen} per page, plus {@link cn.ecogate.web.frame} around every page.
 *
 * <p>Offers: sign-in, sign-out and password; live gates; passages and each one's story; entry by
 * hand; vehicles on file; devices; uploads; alarms. Pages are written in the project's own tags
 * (prefix {@code g:}, {@code WEB-INF/gate.taglib.xml}).
 *
 * <p>Requirements:
 *
 * <ul>
 *   <li>queries by any combination of time, vehicle, stage, fuel and control state (HJ 1321-2023,
 *       queries): {@code PassageAddress}
 *   <li>transfer rate live on the management page, at least 95 % (HJ 1321-2023, transfer): {@code
 *       UploadsScreen}
 *   <li>an inspector sees why a vehicle passed or not, from photo to platform, on one page
 *   <li>Chinese first, English complete; readable at night, on a tablet, from three metres
 * </ul>
 *
 * <p>Decisions:
 *
 * <ul>
 *   <li>Reading pages are stateless: their filters stand in the address, "more" is a link that a
 *       script appends. Rejected: view state, which expires on a screen that stays open for a
 *       shift.
 *   <li>Live means one word pushed to the page ({@code lane:A-01}), which fetches the part it is
 *       about with the viewer's own rights. Rejected: pushing HTML or JSON, which would need the
 *       rights and the language of every viewer in the sender.
 *   <li>PrimeFaces carries forms, messages, ajax and the content policy's nonces; the look is ours
 *       ({@code tokens.css}), since its theme has no dark and names colours in 700 places.
 * </ul>
 *
 * <p>Out of scope: rules and verdicts (admission), rights (the boundaries check them; pages only
 * hide what would be refused), the API of handhelds (mobile-api).
 */
package cn.ecogate.web;
