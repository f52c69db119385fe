// Package pywrite turns directives into the Python text that asks for them, as
// Alembic's autogenerate writes it, in the style of the file that the text is
// for; and text into patches.
//
// It takes op.Op and gives lines; what has no form in Python source (a type
// class of the script's own, a default computed by Python code) is an error,
// never left out. It does not decide what is to be written: see package
// analyzer/inverse.
package pywrite
