// Package expr holds SQL expressions and statements as SQLAlchemy Core builds
// them, as plain data, and the constructors that apply SQLAlchemy's rules when
// an expression is made (operator precedence and grouping, negation, the type
// of a result, literals that take name and type from the other side).
//
// Nodes are pointers to structs that nobody changes after they were handed to
// another node; identity (the pointer) decides where SQLAlchemy's own identity
// decides: which FROM object a column belongs to, whether two anonymous names
// are one, whether a bind parameter appears twice. Nodes never point to their
// owner, so values can be compared with go-cmp.
//
// It refuses to know any dialect: package sqlgen renders, and reports what a
// dialect cannot say. Constructors return an *Error with SQLAlchemy's exception
// class and message where SQLAlchemy raises.
package expr
