// Package schema is plain data for what DDL can say: names, types, columns,
// constraints, indexes, sequences, tables, and naming conventions.
//
// It takes nothing from the rest of mrt and knows no SQL text; package sqlgen
// turns these values into SQL. Expressions that occur inside (defaults, CHECK
// conditions, index elements) are held as the interface Expr, which the nodes
// of package expr implement.
//
// Values have no pointers back to their owner. Identity matters in one place
// only: a *Table stands for "the same table" when expressions refer to it by
// pointer, as one Python Table object does.
//
// It refuses: names or parts that SQLAlchemy's Table would refuse when they are
// attached (Table.Add), such as a constraint on a column that does not exist.
package schema
