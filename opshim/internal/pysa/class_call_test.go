package pysa

import "testing"

// TestClassesCalled calls the classes of expressions; the wanted texts are those of
// SQLAlchemy 2.0.58.
func TestClassesCalled(t *testing.T) {
	got, err := runPython(t, "postgresql", `
import sqlalchemy as sa
from sqlalchemy.sql import elements as E, selectable as S
x = sa.column("x", sa.Integer)
for e in [E.Null(), E.True_(), sa.sql.False_(), E.Cast(x, sa.Text), E.TypeCoerce(x, sa.Text), E.Extract("year", x), E.TextClause("now()"),
          E.ColumnClause("a", sa.Integer), E.BindParameter("p", 3), E.Label("n", x), E.Tuple(x, x), E.Over(sa.func.count(), partition_by=x),
          E.Case((x == 1, 2), else_=3), S.TableClause("t", sa.column("a")), S.Exists(sa.select(x)), E.TryCast(x, sa.Text),
          E.WithinGroup(sa.func.p(x), x), E.FunctionFilter(sa.func.count(), x == 1), S.Select(x),
          S.Join(sa.table("a", sa.column("i")), sa.table("b", sa.column("i")), sa.text("1=1"))]:
    print(type(e).__name__, e)
print(sa.Column("c", sa.Boolean, server_default=sa.sql.False_()).server_default.arg)
`)
	if err != nil {
		t.Fatal(err)
	}
	const want = `Null NULL
True_ true
False_ false
Cast CAST(x AS TEXT)
TypeCoerce x
Extract EXTRACT(year FROM x)
TextClause now()
ColumnClause a
BindParameter :p
Label x
Tuple (x, x)
Over count(*) OVER (PARTITION BY x)
Case CASE WHEN (x = :x_1) THEN :param_1 ELSE :param_2 END
TableClause t
Exists EXISTS (SELECT x)
TryCast TRY_CAST(x AS TEXT)
WithinGroup p(x) WITHIN GROUP (ORDER BY x)
FunctionFilter count(*) FILTER (WHERE x = :x_1)
Select SELECT x
Join a JOIN b ON 1=1
false
`
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
