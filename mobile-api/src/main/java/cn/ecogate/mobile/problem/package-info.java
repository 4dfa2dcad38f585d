/** How a failure becomes an answer, in one place for every resource. */
package cn.ecogate.mobile.problem;
