package pysa

// release21 are the names that SQLAlchemy 2.1 added to its modules, in the form of
// moduleNames.
var release21 = map[string]string{
	"sqlalchemy":                     " FrameClause=release21.FrameClause FrameClauseType=release21.FrameClauseType ",
	"sqlalchemy.sql":                 " FrameClause=release21.FrameClause FrameClauseType=release21.FrameClauseType ",
	"sqlalchemy.sql.expression":      " FrameClause=release21.FrameClause FrameClauseType=release21.FrameClauseType ",
	"sqlalchemy.sql.elements":        " FrameClause=release21.FrameClause FrameClauseType=release21.FrameClauseType ",
	"sqlalchemy.sql.compiler":        " AggregateOrderByStyle=release21.AggregateOrderByStyle ",
	"sqlalchemy.types":               " OperatorClass=release21.OperatorClass ",
	"sqlalchemy.sql.operators":       " OperatorClass=release21.OperatorClass ",
	"sqlalchemy.dialects.mysql":      " limit=release21.limit ",
	"sqlalchemy.dialects.postgresql": " distinct_on=release21.distinct_on ",
}
