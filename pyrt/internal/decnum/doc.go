// Package decnum is the General Decimal Arithmetic that Python's module
// decimal offers: numbers, contexts, roundings, signals and operations.
//
// Operations take a [Context] and return a result together with the signals
// that they raised; what to do about a signal is the caller's affair. Results
// agree with CPython's accelerated module, including NaN payloads, signed
// zeros, subnormal numbers and clamping. exp, ln, log10 are correctly rounded.
//
// It refuses coefficients of more than [MaxDigits] digits with [ErrTooLarge],
// which is not a signal: it protects the process.
package decnum
