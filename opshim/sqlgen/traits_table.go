package sqlgen

// traits are the facts in which dialects differ; they are those of SQLAlchemy
// 2.0.58 before a connection is made.
type traits struct {
	paramstyle                           string
	quote                                string
	reserved                             map[string]bool
	nativeBoolean                        bool
	nativeEnum                           bool
	nativeUUID                           bool
	comments                             bool
	inlineComments                       bool
	maxIdentifier                        int
	maxName                              int // of constraints; 0: maxIdentifier
	maxIndex                             int // of indexes; 0: maxIdentifier
	dropConcurrently, createConcurrently bool
	insertReturning                      bool
	postfetchLastrow                     bool
	sequences                            bool
	sequencesOptional                    bool
	defaultValues                        bool
	emptyInsert                          bool
	defaultMetavalue                     bool
	multiInsert                          bool
	floorDiv                             bool // integer division truncates
	cteFollowsInsert                     bool
	tupleInValues                        bool
	identity                             bool
	alter                                bool
	backslash                            bool
	virtualComputed                      bool
	subscripts                           bool // JSONB (HSTORE) are indexed by [...]
	nullPKIncrements                     bool
	transactionalDDL                     bool
}

var dialects = map[string]traits{
	"default": {paramstyle: "named", quote: `"`, reserved: reservedDefault, maxIdentifier: 9999, postfetchLastrow: true,
		emptyInsert: true, floorDiv: true, alter: true},
	"default_enhanced": {paramstyle: "named", quote: `"`, reserved: reservedDefault, nativeBoolean: true, maxIdentifier: 9999,
		insertReturning: true, postfetchLastrow: true, sequences: true, sequencesOptional: true, emptyInsert: true, multiInsert: true,
		floorDiv: true, identity: true, alter: true},
	"postgresql": {paramstyle: "pyformat", quote: `"`, reserved: reservedPostgreSQL, nativeBoolean: true, nativeEnum: true,
		nativeUUID: true, comments: true, maxIdentifier: 63, insertReturning: true, sequences: true, sequencesOptional: true,
		defaultValues: true, defaultMetavalue: true, multiInsert: true, floorDiv: true, identity: true, alter: true, backslash: true,
		transactionalDDL: true, dropConcurrently: true, createConcurrently: true},
	"mysql": {paramstyle: "format", quote: "`", reserved: reservedMySQL, nativeEnum: true, comments: true, inlineComments: true,
		maxIdentifier: 255, maxName: 64, maxIndex: 64, postfetchLastrow: true, defaultMetavalue: true, emptyInsert: true, multiInsert: true,
		cteFollowsInsert: true, alter: true, backslash: true, nullPKIncrements: true},
	"mariadb": {paramstyle: "format", quote: "`", reserved: reservedMariaDB, nativeEnum: true, comments: true, inlineComments: true,
		maxIdentifier: 255, maxName: 64, maxIndex: 64, postfetchLastrow: true, defaultMetavalue: true, emptyInsert: true, multiInsert: true,
		cteFollowsInsert: true, alter: true, backslash: true, nullPKIncrements: true},
	"sqlite": {paramstyle: "qmark", quote: `"`, reserved: reservedSQLite, maxIdentifier: 9999, insertReturning: true,
		postfetchLastrow: true, defaultValues: true, defaultMetavalue: true, multiInsert: true, floorDiv: true, tupleInValues: true,
		nullPKIncrements: true},
}
