/**
 * Purpose: the words of the trade as types, with their wire codes, shape checks and Chinese names.
 *
 * <p>Offers: coded words ({@link cn.ecogate.vocabulary.EmissionStage}, {@link
 * cn.ecogate.vocabulary.FuelType}, {@link cn.ecogate.vocabulary.VehicleUse} ...), numbers on things
 * ({@link cn.ecogate.vocabulary.PlateNumber}, {@link cn.ecogate.vocabulary.Vin}, {@link
 * cn.ecogate.vocabulary.CreditCode}) and {@link cn.ecogate.vocabulary.Rejected}, the caller's
 * mistake.
 *
 * <p>Requirements: HJ 1321-2023 names plate, plate colour, vehicle type (GA/T 16.4), use (GA/T
 * 16.3), fuel (GA/T 16.9), emission stage and VIN among a vehicle's items; what was typed wrong is
 * sent back with a sentence that says how to put it right.
 *
 * <p>Decisions:
 *
 * <ul>
 *   <li>What a person types is checked hard ({@code of}: {@link cn.ecogate.vocabulary.Rejected});
 *       what a camera reads is taken as far as it goes ({@code PlateNumber.seen}: empty means not
 *       read), because a truck must not be stopped by an exception. Rejected: one strict
 *       constructor for both.
 *   <li>A VIN's check digit is only reported: imported vehicles may fail it. A credit code's check
 *       character is part of its shape: every issued code satisfies it.
 *   <li>An unknown emission stage is not comparable: {@code atMost} says no, the caller asks {@code
 *       known} first. Rejected: treating unknown as the worst stage, which would refuse where a
 *       guard should look.
 *   <li>Vehicle types are a record over the code, not an enum: an unlisted code of the right shape
 *       is kept and shown as it is, since GA/T 16.4 grows.
 * </ul>
 *
 * <p>Out of scope: the codes of one platform, which belong to its profile; everything with a state.
 */
package cn.ecogate.vocabulary;
