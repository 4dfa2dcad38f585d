/** What needs a person, on the handheld of whoever is nearest. */
package cn.ecogate.mobile.alarm;
