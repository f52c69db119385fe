// Package ddmath gives the elementary functions with results that are rounded
// correctly in all but a vanishing part of cases.
//
// C libraries do so within a few thousandths of the last digit, and Python
// shows all digits, so Go's package math, which is off by one in the last place
// now and then, gives other text than CPython. The functions here calculate
// with sums of two float64 values, about 104 bits, from an approximation of
// package math.
//
// It refuses nothing: what package math gives for infinities, NaN and results
// out of range is passed through.
package ddmath
