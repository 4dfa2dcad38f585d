/** Letting vehicles in by a person's decision, on the handhelds of guards and approvers. */
package cn.ecogate.mobile.release;
