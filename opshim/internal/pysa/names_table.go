package pysa

// moduleNames lists the public names of SQLAlchemy 2.0.58's modules, a fact
// read from the installed package. "Name=key" gives the key of the object when
// it is not the name itself; equal keys are the same object.
var moduleNames = map[string]string{
	"sqlalchemy": " ARRAY AdaptedConnection=engine.AdaptedConnection Alias AliasedReturnsRows AssertionPool=pool.AssertionPool" +
		" AsyncAdaptedQueuePool=pool.AsyncAdaptedQueuePool BIGINT BINARY BLANK_SCHEMA BLOB BOOLEAN BaseDDLElement BigInteger" +
		" BinaryExpression BindParameter BindTyping=engine.BindTyping Boolean BooleanClauseList CHAR CLOB CTE CacheKey Case Cast" +
		" CheckConstraint ChunkedIteratorResult=engine.ChunkedIteratorResult ClauseElement ClauseList CollectionAggregate Column" +
		" ColumnClause ColumnCollection ColumnDefault ColumnElement ColumnOperators Compiled CompoundSelect Computed" +
		" Connection=engine.Connection Constraint CreateEnginePlugin=engine.CreateEnginePlugin CursorResult=engine.CursorResult DATE" +
		" DATETIME DDL DDLElement=ExecutableDDLElement DECIMAL DOUBLE DOUBLE_PRECISION Date DateTime DefaultClause Delete" +
		" Dialect=engine.Dialect Double Engine=engine.Engine Enum ExceptionContext=engine.ExceptionContext Executable ExecutableDDLElement" +
		" ExecutionContext=engine.ExecutionContext Exists Extract FLOAT FallbackAsyncAdaptedQueuePool=pool.FallbackAsyncAdaptedQueuePool" +
		" False_ FetchedValue Float ForeignKey ForeignKeyConstraint FromClause FromGrouping FrozenResult=engine.FrozenResult Function" +
		" FunctionElement FunctionFilter GenerativeSelect Grouping HasCTE HasPrefixes HasSuffixes INT=INTEGER INTEGER Identity Index Insert" +
		" Inspector=engine.Inspector Integer Interval IteratorResult=engine.IteratorResult JSON Join LABEL_STYLE_DEFAULT" +
		" LABEL_STYLE_DISAMBIGUATE_ONLY LABEL_STYLE_NONE LABEL_STYLE_TABLENAME_PLUS_COL Label LambdaElement LargeBinary Lateral" +
		" MappingResult=engine.MappingResult MergedResult=engine.MergedResult MetaData NCHAR NUMERIC NVARCHAR" +
		" NestedTransaction=engine.NestedTransaction NotNullable Null NullPool=pool.NullPool Nullable Numeric Operators Over PickleType" +
		" Pool=pool.Pool PoolProxiedConnection=pool.PoolProxiedConnection PoolResetState=pool.PoolResetState PrimaryKeyConstraint" +
		" QueuePool=pool.QueuePool REAL ReleaseSavepointClause Result=engine.Result ResultProxy=engine.CursorResult ReturnsRows" +
		" RollbackToSavepointClause RootTransaction=engine.RootTransaction Row=engine.Row RowMapping=engine.RowMapping SMALLINT" +
		" SQLColumnExpression SavepointClause ScalarResult=engine.ScalarResult ScalarSelect Select SelectBase SelectLabelStyle Selectable" +
		" Sequence SingletonThreadPool=pool.SingletonThreadPool SmallInteger StatementLambdaElement StaticPool=pool.StaticPool String" +
		" Subquery TEXT TIME TIMESTAMP Table TableClause TableSample TableValuedAlias Text TextAsFrom=TextualSelect TextClause TextualSelect" +
		" Time Transaction=engine.Transaction True_ TryCast Tuple TupleType TwoPhaseTransaction=engine.TwoPhaseTransaction TypeClause" +
		" TypeCoerce TypeCompiler TypeDecorator URL=engine.URL UUID UnaryExpression Unicode UnicodeText UniqueConstraint Update UpdateBase" +
		" Uuid VARBINARY VARCHAR Values ValuesBase Visitable WithinGroup alias all_ and_ any_ asc between bindparam bitwise_not case cast" +
		" collate column create_engine=engine.create_engine create_mock_engine=engine.create_mock_engine" +
		" create_pool_from_url=engine.create_pool_from_url cte custom_op delete desc distinct engine_from_config=engine.engine_from_config" +
		" except_ except_all exists extract false func funcfilter insert insert_sentinel inspect intersect intersect_all join label" +
		" lambda_stmt lateral literal literal_column make_url=engine.make_url modifier not_ null nulls_first nulls_last" +
		" nullsfirst=nulls_first nullslast=nulls_last or_ outerjoin outparam over quoted_name result_tuple=engine.result_tuple select table" +
		" tablesample text true try_cast tuple_ type_coerce union union_all update values within_group ",
	"sqlalchemy.dialects": " ",
	"sqlalchemy.dialects.mssql": " BIGINT BINARY BIT=mssql.BIT CHAR DATE DATETIME DATETIME2=mssql.DATETIME2 DATETIMEOFFSET=mssql.DATETIMEOFFSET DECIMAL" +
		" DOUBLE_PRECISION=mssql.DOUBLE_PRECISION FLOAT IMAGE=mssql.IMAGE INTEGER JSON=mssql.JSON MONEY=mssql.MONEY NCHAR NTEXT=mssql.NTEXT" +
		" NUMERIC NVARCHAR REAL=mssql.REAL ROWVERSION=mssql.ROWVERSION SMALLDATETIME=mssql.SMALLDATETIME SMALLINT" +
		" SMALLMONEY=mssql.SMALLMONEY SQL_VARIANT=mssql.SQL_VARIANT TEXT TIME=mssql.TIME TIMESTAMP=mssql.TIMESTAMP TINYINT=mssql.TINYINT" +
		" UNIQUEIDENTIFIER=mssql.UNIQUEIDENTIFIER VARBINARY=mssql.VARBINARY VARCHAR XML=mssql.XML dialect=mssql.MSDialect_pyodbc try_cast ",
	"sqlalchemy.dialects.mssql.base": " BIGINT BINARY BIT=mssql.BIT CHAR DATE DATETIME DATETIME2=mssql.DATETIME2 DATETIMEOFFSET=mssql.DATETIMEOFFSET DECIMAL" +
		" DOUBLE_PRECISION=mssql.DOUBLE_PRECISION FLOAT IMAGE=mssql.IMAGE INTEGER Identity InsertmanyvaluesSentinelOpts JSON=mssql.JSON" +
		" JSONIndexType=mssql.JSONIndexType JSONPathType=mssql.JSONPathType MONEY=mssql.MONEY MSBinary=BINARY MSBit=mssql.BIT MSChar=CHAR" +
		" MSDDLCompiler=mssql.MSDDLCompiler MSDate=mssql._MSDate MSDateTime=mssql._MSDateTime MSDateTime2=mssql.DATETIME2" +
		" MSDateTimeOffset=mssql.DATETIMEOFFSET MSDialect=mssql.MSDialect MSExecutionContext=mssql.MSExecutionContext" +
		" MSIdentifierPreparer=mssql.MSIdentifierPreparer MSImage=mssql.IMAGE MSMoney=mssql.MONEY MSNChar=NCHAR MSNText=mssql.NTEXT" +
		" MSNVarchar=NVARCHAR MSReal=mssql.REAL MSSQLCompiler=mssql.MSSQLCompiler MSSQLStrictCompiler=mssql.MSSQLStrictCompiler" +
		" MSSmallDateTime=mssql.SMALLDATETIME MSSmallMoney=mssql.SMALLMONEY MSString=VARCHAR MSText=TEXT MSTime=mssql.TIME" +
		" MSTinyInteger=mssql.TINYINT MSTypeCompiler=mssql.MSTypeCompiler MSUUid=mssql.MSUUid MSUniqueIdentifier=mssql.UNIQUEIDENTIFIER" +
		" MSVarBinary=mssql.VARBINARY MSVariant=mssql.SQL_VARIANT NCHAR NTEXT=mssql.NTEXT NUMERIC NVARCHAR REAL=mssql.REAL" +
		" ROWVERSION=mssql.ROWVERSION ReflectionDefaults=engine.ReflectionDefaults SMALLDATETIME=mssql.SMALLDATETIME SMALLINT" +
		" SMALLMONEY=mssql.SMALLMONEY SQL_VARIANT=mssql.SQL_VARIANT Sequence TEXT TIME=mssql.TIME TIMESTAMP=mssql.TIMESTAMP" +
		" TINYINT=mssql.TINYINT TryCast UNIQUEIDENTIFIER=mssql.UNIQUEIDENTIFIER VARBINARY=mssql.VARBINARY VARCHAR XML=mssql.XML" +
		" dialect=mssql.MSDialect_pyodbc func=mssql.func quoted_name text try_cast ",
	"sqlalchemy.dialects.mssql.json": " JSON=mssql.JSON JSONIndexType=mssql.JSONIndexType JSONPathType=mssql.JSONPathType ",
	"sqlalchemy.dialects.mysql": " BIGINT=mysql.BIGINT BINARY BIT=mysql.BIT BLOB BOOLEAN CHAR=mysql.CHAR DATE DATETIME=mysql.DATETIME DECIMAL=mysql.DECIMAL" +
		" DOUBLE=mysql.DOUBLE ENUM=mysql.ENUM FLOAT=mysql.FLOAT INET4=mysql.INET4 INET6=mysql.INET6 INTEGER=mysql.INTEGER" +
		" Insert=mysql.Insert JSON=mysql.JSON LONGBLOB=mysql.LONGBLOB LONGTEXT=mysql.LONGTEXT MEDIUMBLOB=mysql.MEDIUMBLOB" +
		" MEDIUMINT=mysql.MEDIUMINT MEDIUMTEXT=mysql.MEDIUMTEXT NCHAR=mysql.NCHAR NUMERIC=mysql.NUMERIC NVARCHAR=mysql.NVARCHAR" +
		" REAL=mysql.REAL SET=mysql.SET SMALLINT=mysql.SMALLINT TEXT=mysql.TEXT TIME=mysql.TIME TIMESTAMP=mysql.TIMESTAMP" +
		" TINYBLOB=mysql.TINYBLOB TINYINT=mysql.TINYINT TINYTEXT=mysql.TINYTEXT VARBINARY VARCHAR=mysql.VARCHAR YEAR=mysql.YEAR" +
		" dialect=mysql.MySQLDialect_mysqldb insert=mysql.insert match=mysql.match ",
	"sqlalchemy.dialects.mysql.base": " BIGINT=mysql.BIGINT BINARY BIT=mysql.BIT BLOB BOOLEAN CHAR=mysql.CHAR DATE DATETIME=mysql.DATETIME DECIMAL=mysql.DECIMAL" +
		" DOUBLE=mysql.DOUBLE ENUM=mysql.ENUM FLOAT=mysql.FLOAT INTEGER=mysql.INTEGER InsertmanyvaluesSentinelOpts JSON=mysql.JSON" +
		" JSONIndexType=mysql.JSONIndexType JSONPathType=mysql.JSONPathType LONGBLOB=mysql.LONGBLOB LONGTEXT=mysql.LONGTEXT LargeBinary" +
		" MEDIUMBLOB=mysql.MEDIUMBLOB MEDIUMINT=mysql.MEDIUMINT MEDIUMTEXT=mysql.MEDIUMTEXT MSBigInteger=mysql.BIGINT MSBinary=BINARY" +
		" MSBit=mysql.BIT MSBlob=BLOB MSChar=mysql.CHAR MSDecimal=mysql.DECIMAL MSDouble=mysql.DOUBLE MSEnum=mysql.ENUM MSFloat=mysql.FLOAT" +
		" MSInteger=mysql.INTEGER MSLongBlob=mysql.LONGBLOB MSLongText=mysql.LONGTEXT MSMediumBlob=mysql.MEDIUMBLOB" +
		" MSMediumInteger=mysql.MEDIUMINT MSMediumText=mysql.MEDIUMTEXT MSNChar=mysql.NCHAR MSNVarChar=mysql.NVARCHAR" +
		" MSNumeric=mysql.NUMERIC MSReal=mysql.REAL MSSet=mysql.SET MSSmallInteger=mysql.SMALLINT MSString=mysql.VARCHAR MSText=mysql.TEXT" +
		" MSTime=mysql.TIME MSTimeStamp=mysql.TIMESTAMP MSTinyBlob=mysql.TINYBLOB MSTinyInteger=mysql.TINYINT MSTinyText=mysql.TINYTEXT" +
		" MSVarBinary=VARBINARY MSYear=mysql.YEAR MariaDBIdentifierPreparer=mysql.MariaDBIdentifierPreparer" +
		" MySQLCompiler=mysql.MySQLCompiler MySQLDDLCompiler=mysql.MySQLDDLCompiler MySQLDialect=mysql.MySQLDialect" +
		" MySQLExecutionContext=mysql.MySQLExecutionContext MySQLIdentifierPreparer=mysql.MySQLIdentifierPreparer" +
		" MySQLTypeCompiler=mysql.MySQLTypeCompiler NCHAR=mysql.NCHAR NUMERIC=mysql.NUMERIC NVARCHAR=mysql.NVARCHAR REAL=mysql.REAL" +
		" ReflectionDefaults=engine.ReflectionDefaults SET=mysql.SET SMALLINT=mysql.SMALLINT SQLCompiler SchemaConst TEXT=mysql.TEXT" +
		" TIME=mysql.TIME TIMESTAMP=mysql.TIMESTAMP TINYBLOB=mysql.TINYBLOB TINYINT=mysql.TINYINT TINYTEXT=mysql.TINYTEXT UUID VARBINARY" +
		" VARCHAR=mysql.VARCHAR YEAR=mysql.YEAR dialect=mysql.MySQLDialect_mysqldb literal_column ",
	"sqlalchemy.dialects.mysql.dml": " ClauseElement ColumnCollection Insert=mysql.Insert KeyedColumnElement NamedFromClause OnDuplicateClause=mysql.OnDuplicateClause" +
		" ReadOnlyColumnCollection StandardInsert=Insert alias insert=mysql.insert ",
	"sqlalchemy.dialects.mysql.enumerated": " ENUM=mysql.ENUM SET=mysql.SET ",
	"sqlalchemy.dialects.mysql.expression": " Generative match=mysql.match ",
	"sqlalchemy.dialects.mysql.json":       " JSON=mysql.JSON JSONIndexType=mysql.JSONIndexType JSONPathType=mysql.JSONPathType ",
	"sqlalchemy.dialects.mysql.mariadb": " INET4=mysql.INET4 INET6=mysql.INET6 MariaDBDialect=mysql.MariaDBDialect MariaDBIdentifierPreparer=mysql.MariaDBIdentifierPreparer" +
		" MariaDBTypeCompiler=mysql.MariaDBTypeCompiler MySQLDialect=mysql.MySQLDialect" +
		" MySQLIdentifierPreparer=mysql.MySQLIdentifierPreparer MySQLTypeCompiler=mysql.MySQLTypeCompiler loader=mysql.loader ",
	"sqlalchemy.dialects.mysql.reflection": " DATETIME=mysql.DATETIME ENUM=mysql.ENUM MySQLTableDefinitionParser=mysql.MySQLTableDefinitionParser" +
		" ReflectedState=mysql.ReflectedState SET=mysql.SET TIME=mysql.TIME TIMESTAMP=mysql.TIMESTAMP cleanup_text=mysql.cleanup_text ",
	"sqlalchemy.dialects.mysql.types": " BIGINT=mysql.BIGINT BIT=mysql.BIT CHAR=mysql.CHAR DATETIME=mysql.DATETIME DECIMAL=mysql.DECIMAL DOUBLE=mysql.DOUBLE" +
		" FLOAT=mysql.FLOAT INTEGER=mysql.INTEGER LONGBLOB=mysql.LONGBLOB LONGTEXT=mysql.LONGTEXT MEDIUMBLOB=mysql.MEDIUMBLOB" +
		" MEDIUMINT=mysql.MEDIUMINT MEDIUMTEXT=mysql.MEDIUMTEXT NCHAR=mysql.NCHAR NUMERIC=mysql.NUMERIC NVARCHAR=mysql.NVARCHAR" +
		" REAL=mysql.REAL SMALLINT=mysql.SMALLINT TEXT=mysql.TEXT TIME=mysql.TIME TIMESTAMP=mysql.TIMESTAMP TINYBLOB=mysql.TINYBLOB" +
		" TINYINT=mysql.TINYINT TINYTEXT=mysql.TINYTEXT VARCHAR=mysql.VARCHAR YEAR=mysql.YEAR ",
	"sqlalchemy.dialects.oracle": " BFILE=oracle.BFILE BINARY_DOUBLE=oracle.BINARY_DOUBLE BINARY_FLOAT=oracle.BINARY_FLOAT BLOB CHAR CLOB DATE=oracle.DATE" +
		" DOUBLE_PRECISION FLOAT=oracle.FLOAT INTERVAL=oracle.INTERVAL LONG=oracle.LONG NCHAR NCLOB=oracle.NCLOB NUMBER=oracle.NUMBER" +
		" NVARCHAR NVARCHAR2=NVARCHAR RAW=oracle.RAW REAL ROWID=oracle.ROWID SparseVector=oracle.SparseVector TIMESTAMP=oracle.TIMESTAMP" +
		" VARCHAR VARCHAR2=oracle.VARCHAR2 VECTOR=oracle.VECTOR VectorDistanceType=oracle.VectorDistanceType" +
		" VectorIndexConfig=oracle.VectorIndexConfig VectorIndexType=oracle.VectorIndexType VectorStorageFormat=oracle.VectorStorageFormat" +
		" VectorStorageType=oracle.VectorStorageType dialect=oracle.OracleDialect_cx_oracle oracledb_async=oracle.oracledb_async ",
	"sqlalchemy.dialects.oracle.base": " BFILE=oracle.BFILE BINARY_DOUBLE=oracle.BINARY_DOUBLE BINARY_FLOAT=oracle.BINARY_FLOAT BLOB CHAR CLOB Computed DATE=oracle.DATE" +
		" DOUBLE_PRECISION FLOAT=oracle.FLOAT INTEGER INTERVAL=oracle.INTERVAL InternalTraversal LONG=oracle.LONG NCHAR NCLOB=oracle.NCLOB" +
		" NUMBER=oracle.NUMBER NVARCHAR NVARCHAR2=NVARCHAR ObjectKind=engine.ObjectKind ObjectScope=engine.ObjectScope" +
		" OracleCompiler=oracle.OracleCompiler OracleDDLCompiler=oracle.OracleDDLCompiler OracleDialect=oracle.OracleDialect" +
		" OracleExecutionContext=oracle.OracleExecutionContext OracleIdentifierPreparer=oracle.OracleIdentifierPreparer OracleRaw=oracle.RAW" +
		" OracleTypeCompiler=oracle.OracleTypeCompiler RAW=oracle.RAW REAL ROWID=oracle.ROWID ReflectionDefaults=engine.ReflectionDefaults" +
		" TIMESTAMP=oracle.TIMESTAMP VARCHAR VARCHAR2=oracle.VARCHAR2 VECTOR=oracle.VECTOR VectorIndexConfig=oracle.VectorIndexConfig" +
		" VectorIndexType=oracle.VectorIndexType and_ bindparam dialect=oracle.OracleDialect_cx_oracle func=oracle.func null or_ select ",
	"sqlalchemy.dialects.oracle.types": " BFILE=oracle.BFILE BINARY_DOUBLE=oracle.BINARY_DOUBLE BINARY_FLOAT=oracle.BINARY_FLOAT DATE=oracle.DATE FLOAT=oracle.FLOAT" +
		" INTERVAL=oracle.INTERVAL LONG=oracle.LONG NCLOB=oracle.NCLOB NUMBER=oracle.NUMBER NVARCHAR NVARCHAR2=NVARCHAR OracleRaw=oracle.RAW" +
		" RAW=oracle.RAW ROWID=oracle.ROWID TIMESTAMP=oracle.TIMESTAMP VARCHAR VARCHAR2=oracle.VARCHAR2 ",
	"sqlalchemy.dialects.oracle.vector": " Float SparseVector=oracle.SparseVector VECTOR=oracle.VECTOR VectorDistanceType=oracle.VectorDistanceType" +
		" VectorIndexConfig=oracle.VectorIndexConfig VectorIndexType=oracle.VectorIndexType VectorStorageFormat=oracle.VectorStorageFormat" +
		" VectorStorageType=oracle.VectorStorageType ",
	"sqlalchemy.dialects.postgresql": " ARRAY=postgresql.ARRAY AbstractMultiRange=postgresql.AbstractMultiRange AbstractRange=postgresql.AbstractRange" +
		" AbstractSingleRange=postgresql.AbstractSingleRange All=postgresql.All Any=postgresql.Any BIGINT BIT=postgresql.BIT BOOLEAN" +
		" BYTEA=postgresql.BYTEA CHAR CIDR=postgresql.CIDR CITEXT=postgresql.CITEXT CreateDomainType=postgresql.CreateDomainType" +
		" CreateEnumType=postgresql.CreateEnumType DATE DATEMULTIRANGE=postgresql.DATEMULTIRANGE DATERANGE=postgresql.DATERANGE" +
		" DOMAIN=postgresql.DOMAIN DOUBLE_PRECISION DropDomainType=postgresql.DropDomainType DropEnumType=postgresql.DropEnumType" +
		" ENUM=postgresql.ENUM ExcludeConstraint=postgresql.ExcludeConstraint FLOAT HSTORE=postgresql.HSTORE INET=postgresql.INET" +
		" INT4MULTIRANGE=postgresql.INT4MULTIRANGE INT4RANGE=postgresql.INT4RANGE INT8MULTIRANGE=postgresql.INT8MULTIRANGE" +
		" INT8RANGE=postgresql.INT8RANGE INTEGER INTERVAL=postgresql.INTERVAL Insert=postgresql.Insert JSON=postgresql.JSON" +
		" JSONB=postgresql.JSONB JSONPATH=postgresql.JSONPATH MACADDR=postgresql.MACADDR MACADDR8=postgresql.MACADDR8 MONEY=postgresql.MONEY" +
		" MultiRange=postgresql.MultiRange NUMERIC NUMMULTIRANGE=postgresql.NUMMULTIRANGE NUMRANGE=postgresql.NUMRANGE" +
		" NamedType=postgresql.NamedType OID=postgresql.OID REAL REGCLASS=postgresql.REGCLASS REGCONFIG=postgresql.REGCONFIG" +
		" Range=postgresql.Range SMALLINT TEXT TIME=postgresql.TIME TIMESTAMP=postgresql.TIMESTAMP TSMULTIRANGE=postgresql.TSMULTIRANGE" +
		" TSQUERY=postgresql.TSQUERY TSRANGE=postgresql.TSRANGE TSTZMULTIRANGE=postgresql.TSTZMULTIRANGE TSTZRANGE=postgresql.TSTZRANGE" +
		" TSVECTOR=postgresql.TSVECTOR UUID VARCHAR aggregate_order_by=postgresql.aggregate_order_by array=postgresql.array" +
		" array_agg=postgresql.array_agg dialect=postgresql.dialect hstore=postgresql.hstore insert=postgresql.insert" +
		" phraseto_tsquery=postgresql.phraseto_tsquery plainto_tsquery=postgresql.plainto_tsquery psycopg_async=postgresql.psycopg_async" +
		" to_tsquery=postgresql.to_tsquery to_tsvector=postgresql.to_tsvector ts_headline=postgresql.ts_headline" +
		" websearch_to_tsquery=postgresql.websearch_to_tsquery ",
	"sqlalchemy.dialects.postgresql.array": " ARRAY=postgresql.ARRAY All=postgresql.All Any=postgresql.Any CONTAINED_BY=postgresql.CONTAINED_BY CONTAINS=postgresql.CONTAINS" +
		" InternalTraversal OVERLAP=postgresql.OVERLAP array=postgresql.array ",
	"sqlalchemy.dialects.postgresql.base": " BIGINT BIT=postgresql.BIT BOOLEAN BYTEA=postgresql.BYTEA CHAR CIDR=postgresql.CIDR CITEXT=postgresql.CITEXT" +
		" CreateDomainType=postgresql.CreateDomainType CreateEnumType=postgresql.CreateEnumType DATE DOMAIN=postgresql.DOMAIN" +
		" DOUBLE_PRECISION DropDomainType=postgresql.DropDomainType DropEnumType=postgresql.DropEnumType ENUM=postgresql.ENUM FLOAT" +
		" HSTORE=postgresql.HSTORE INET=postgresql.INET INTEGER INTERVAL=postgresql.INTERVAL InsertmanyvaluesSentinelOpts InternalTraversal" +
		" MACADDR=postgresql.MACADDR MACADDR8=postgresql.MACADDR8 MONEY=postgresql.MONEY NUMERIC NamedType=postgresql.NamedType" +
		" OID=postgresql.OID ObjectKind=engine.ObjectKind ObjectScope=engine.ObjectScope PGBit=postgresql.BIT PGCidr=postgresql.CIDR" +
		" PGCompiler=postgresql.PGCompiler PGDDLCompiler=postgresql.PGDDLCompiler" +
		" PGDeferrableConnectionCharacteristic=postgresql.PGDeferrableConnectionCharacteristic PGDialect=postgresql.PGDialect" +
		" PGExecutionContext=postgresql.PGExecutionContext PGIdentifierPreparer=postgresql.PGIdentifierPreparer PGInet=postgresql.INET" +
		" PGInspector=postgresql.PGInspector PGInterval=postgresql.INTERVAL PGMacAddr=postgresql.MACADDR PGMacAddr8=postgresql.MACADDR8" +
		" PGReadOnlyConnectionCharacteristic=postgresql.PGReadOnlyConnectionCharacteristic PGTypeCompiler=postgresql.PGTypeCompiler" +
		" PGUuid=postgresql.PGUuid REAL REGCLASS=postgresql.REGCLASS REGCONFIG=postgresql.REGCONFIG" +
		" ReflectedDomain=postgresql.ReflectedDomain ReflectedDomainConstraint=postgresql.ReflectedDomainConstraint" +
		" ReflectedEnum=postgresql.ReflectedEnum ReflectedNamedType=postgresql.ReflectedNamedType" +
		" ReflectionDefaults=engine.ReflectionDefaults SMALLINT TEXT TIME=postgresql.TIME TIMESTAMP=postgresql.TIMESTAMP" +
		" TSQUERY=postgresql.TSQUERY TSVECTOR=postgresql.TSVECTOR URL=engine.URL UUID VARCHAR" +
		" aggregate_order_by=postgresql.aggregate_order_by bindparam dialect=postgresql.PGDialect_psycopg2 select ",
	"sqlalchemy.dialects.postgresql.dml": " ClauseElement ColumnCollection ColumnElement Insert=postgresql.Insert KeyedColumnElement" +
		" OnConflictClause=postgresql.OnConflictClause OnConflictDoNothing=postgresql.OnConflictDoNothing" +
		" OnConflictDoUpdate=postgresql.OnConflictDoUpdate ReadOnlyColumnCollection StandardInsert=Insert TextClause alias" +
		" insert=postgresql.insert ",
	"sqlalchemy.dialects.postgresql.ext": " ARRAY=postgresql.ARRAY ColumnCollectionConstraint ExcludeConstraint=postgresql.ExcludeConstraint InternalTraversal TEXT" +
		" aggregate_order_by=postgresql.aggregate_order_by array_agg=postgresql.array_agg phraseto_tsquery=postgresql.phraseto_tsquery" +
		" plainto_tsquery=postgresql.plainto_tsquery to_tsquery=postgresql.to_tsquery to_tsvector=postgresql.to_tsvector" +
		" ts_headline=postgresql.ts_headline websearch_to_tsquery=postgresql.websearch_to_tsquery ",
	"sqlalchemy.dialects.postgresql.hstore": " ARRAY=postgresql.ARRAY CONTAINED_BY=postgresql.CONTAINED_BY CONTAINS=postgresql.CONTAINS GETITEM=postgresql.GETITEM" +
		" HAS_ALL=postgresql.HAS_ALL HAS_ANY=postgresql.HAS_ANY HAS_KEY=postgresql.HAS_KEY HSTORE=postgresql.HSTORE hstore=postgresql.hstore ",
	"sqlalchemy.dialects.postgresql.json": " ARRAY=postgresql.ARRAY ASTEXT=postgresql.ASTEXT CONTAINED_BY=postgresql.CONTAINED_BY CONTAINS=postgresql.CONTAINS" +
		" DELETE_PATH=postgresql.DELETE_PATH HAS_ALL=postgresql.HAS_ALL HAS_ANY=postgresql.HAS_ANY HAS_KEY=postgresql.HAS_KEY" +
		" JSON=postgresql.JSON JSONB=postgresql.JSONB JSONPATH=postgresql.JSONPATH JSONPATH_ASTEXT=postgresql.JSONPATH_ASTEXT" +
		" JSONPathType=postgresql.JSONPathType PATH_EXISTS=postgresql.PATH_EXISTS PATH_MATCH=postgresql.PATH_MATCH cast ",
	"sqlalchemy.dialects.postgresql.named_types": " CreateDomainType=postgresql.CreateDomainType CreateEnumType=postgresql.CreateEnumType DOMAIN=postgresql.DOMAIN" +
		" DomainDropper=postgresql.DomainDropper DomainGenerator=postgresql.DomainGenerator DropDomainType=postgresql.DropDomainType" +
		" DropEnumType=postgresql.DropEnumType ENUM=postgresql.ENUM EnumDropper=postgresql.EnumDropper" +
		" EnumGenerator=postgresql.EnumGenerator InvokeCreateDDLBase InvokeDropDDLBase NamedType=postgresql.NamedType" +
		" NamedTypeDropper=postgresql.NamedTypeDropper NamedTypeGenerator=postgresql.NamedTypeGenerator ",
	"sqlalchemy.dialects.postgresql.operators": " ADJACENT_TO=postgresql.ADJACENT_TO ASTEXT=postgresql.ASTEXT CONTAINED_BY=postgresql.CONTAINED_BY CONTAINS=postgresql.CONTAINS" +
		" DELETE_PATH=postgresql.DELETE_PATH GETITEM=postgresql.GETITEM HAS_ALL=postgresql.HAS_ALL HAS_ANY=postgresql.HAS_ANY" +
		" HAS_KEY=postgresql.HAS_KEY JSONPATH_ASTEXT=postgresql.JSONPATH_ASTEXT NOT_EXTEND_LEFT_OF=postgresql.NOT_EXTEND_LEFT_OF" +
		" NOT_EXTEND_RIGHT_OF=postgresql.NOT_EXTEND_RIGHT_OF OVERLAP=postgresql.OVERLAP PATH_EXISTS=postgresql.PATH_EXISTS" +
		" PATH_MATCH=postgresql.PATH_MATCH STRICTLY_LEFT_OF=postgresql.STRICTLY_LEFT_OF STRICTLY_RIGHT_OF=postgresql.STRICTLY_RIGHT_OF ",
	"sqlalchemy.dialects.postgresql.ranges": " ADJACENT_TO=postgresql.ADJACENT_TO AbstractMultiRange=postgresql.AbstractMultiRange" +
		" AbstractMultiRangeImpl=postgresql.AbstractMultiRangeImpl AbstractRange=postgresql.AbstractRange" +
		" AbstractSingleRange=postgresql.AbstractSingleRange AbstractSingleRangeImpl=postgresql.AbstractSingleRangeImpl" +
		" CONTAINED_BY=postgresql.CONTAINED_BY CONTAINS=postgresql.CONTAINS DATEMULTIRANGE=postgresql.DATEMULTIRANGE" +
		" DATERANGE=postgresql.DATERANGE INT4MULTIRANGE=postgresql.INT4MULTIRANGE INT4RANGE=postgresql.INT4RANGE" +
		" INT8MULTIRANGE=postgresql.INT8MULTIRANGE INT8RANGE=postgresql.INT8RANGE MultiRange=postgresql.MultiRange" +
		" NOT_EXTEND_LEFT_OF=postgresql.NOT_EXTEND_LEFT_OF NOT_EXTEND_RIGHT_OF=postgresql.NOT_EXTEND_RIGHT_OF" +
		" NUMMULTIRANGE=postgresql.NUMMULTIRANGE NUMRANGE=postgresql.NUMRANGE OVERLAP=postgresql.OVERLAP Range=postgresql.Range" +
		" STRICTLY_LEFT_OF=postgresql.STRICTLY_LEFT_OF STRICTLY_RIGHT_OF=postgresql.STRICTLY_RIGHT_OF TSMULTIRANGE=postgresql.TSMULTIRANGE" +
		" TSRANGE=postgresql.TSRANGE TSTZMULTIRANGE=postgresql.TSTZMULTIRANGE TSTZRANGE=postgresql.TSTZRANGE TypeEngine ",
	"sqlalchemy.dialects.postgresql.types": " BIT=postgresql.BIT BYTEA=postgresql.BYTEA CIDR=postgresql.CIDR CITEXT=postgresql.CITEXT INET=postgresql.INET" +
		" INTERVAL=postgresql.INTERVAL MACADDR=postgresql.MACADDR MACADDR8=postgresql.MACADDR8 MONEY=postgresql.MONEY OID=postgresql.OID" +
		" PGBit=postgresql.BIT PGCidr=postgresql.CIDR PGInet=postgresql.INET PGInterval=postgresql.INTERVAL PGMacAddr=postgresql.MACADDR" +
		" PGMacAddr8=postgresql.MACADDR8 PGUuid=postgresql.PGUuid REGCLASS=postgresql.REGCLASS REGCONFIG=postgresql.REGCONFIG" +
		" TIME=postgresql.TIME TIMESTAMP=postgresql.TIMESTAMP TSQUERY=postgresql.TSQUERY TSVECTOR=postgresql.TSVECTOR ",
	"sqlalchemy.dialects.sqlite": " BLOB BOOLEAN CHAR DATE=sqlite.DATE DATETIME=sqlite.DATETIME DECIMAL FLOAT INTEGER Insert=sqlite.Insert JSON=sqlite.JSON NUMERIC" +
		" REAL SMALLINT TEXT TIME=sqlite.TIME TIMESTAMP VARCHAR dialect=sqlite.SQLiteDialect_pysqlite insert=sqlite.insert ",
	"sqlalchemy.dialects.sqlite.base": " BLOB BOOLEAN CHAR DATE=sqlite.DATE DATETIME=sqlite.DATETIME DECIMAL FLOAT INTEGER JSON=sqlite.JSON" +
		" JSONIndexType=sqlite.JSONIndexType JSONPathType=sqlite.JSONPathType NUMERIC REAL ReflectionDefaults=engine.ReflectionDefaults" +
		" SMALLINT SQLiteCompiler=sqlite.SQLiteCompiler SQLiteDDLCompiler=sqlite.SQLiteDDLCompiler SQLiteDialect=sqlite.SQLiteDialect" +
		" SQLiteExecutionContext=sqlite.SQLiteExecutionContext SQLiteIdentifierPreparer=sqlite.SQLiteIdentifierPreparer" +
		" SQLiteTypeCompiler=sqlite.SQLiteTypeCompiler TEXT TIME=sqlite.TIME TIMESTAMP VARCHAR dialect=sqlite.SQLiteDialect_pysqlite text ",
	"sqlalchemy.dialects.sqlite.dml": " ClauseElement ColumnCollection ColumnElement Insert=sqlite.Insert KeyedColumnElement OnConflictClause=sqlite.OnConflictClause" +
		" OnConflictDoNothing=sqlite.OnConflictDoNothing OnConflictDoUpdate=sqlite.OnConflictDoUpdate ReadOnlyColumnCollection" +
		" StandardInsert=Insert TextClause alias insert=sqlite.insert ",
	"sqlalchemy.dialects.sqlite.json": " JSON=sqlite.JSON JSONIndexType=sqlite.JSONIndexType JSONPathType=sqlite.JSONPathType ",
	"sqlalchemy.engine": " AdaptedConnection=engine.AdaptedConnection BindTyping=engine.BindTyping ChunkedIteratorResult=engine.ChunkedIteratorResult" +
		" Compiled Connectable=engine.ConnectionEventsTarget Connection=engine.Connection" +
		" ConnectionEventsTarget=engine.ConnectionEventsTarget CreateEnginePlugin=engine.CreateEnginePlugin CursorResult=engine.CursorResult" +
		" Dialect=engine.Dialect Engine=engine.Engine ExceptionContext=engine.ExceptionContext ExecutionContext=engine.ExecutionContext" +
		" FilterResult=engine.FilterResult FrozenResult=engine.FrozenResult Inspector=engine.Inspector IteratorResult=engine.IteratorResult" +
		" MappingResult=engine.MappingResult MergedResult=engine.MergedResult NestedTransaction=engine.NestedTransaction" +
		" ObjectKind=engine.ObjectKind ObjectScope=engine.ObjectScope Result=engine.Result ResultProxy=engine.CursorResult" +
		" RootTransaction=engine.RootTransaction Row=engine.Row RowMapping=engine.RowMapping ScalarResult=engine.ScalarResult" +
		" Transaction=engine.Transaction TupleResult=engine.TupleResult TwoPhaseTransaction=engine.TwoPhaseTransaction TypeCompiler" +
		" URL=engine.URL connection_memoize=engine.connection_memoize create_engine=engine.create_engine" +
		" create_mock_engine=engine.create_mock_engine create_pool_from_url=engine.create_pool_from_url" +
		" engine_from_config=engine.engine_from_config make_url=engine.make_url result_tuple=engine.result_tuple ",
	"sqlalchemy.engine.base": " BindTyping=engine.BindTyping Connection=engine.Connection ConnectionEventsTarget=engine.ConnectionEventsTarget" +
		" DBAPICursor=engine.DBAPICursor Engine=engine.Engine ExceptionContext=engine.ExceptionContext" +
		" ExceptionContextImpl=engine.ExceptionContextImpl ExecuteStyle=engine.ExecuteStyle ExecutionContext=engine.ExecutionContext" +
		" NestedTransaction=engine.NestedTransaction OptionEngine=engine.OptionEngine OptionEngineMixin=engine.OptionEngineMixin" +
		" RootTransaction=engine.RootTransaction Transaction=engine.Transaction TransactionalContext=engine.TransactionalContext" +
		" TwoPhaseTransaction=engine.TwoPhaseTransaction ",
	"sqlalchemy.engine.characteristics": " ConnectionCharacteristic=engine.ConnectionCharacteristic IsolationLevelCharacteristic=engine.IsolationLevelCharacteristic" +
		" LoggingTokenCharacteristic=engine.LoggingTokenCharacteristic ",
	"sqlalchemy.engine.create": " ConnectionPoolEntry=pool.ConnectionPoolEntry DBAPIConnection=engine.DBAPIConnection create_engine=engine.create_engine" +
		" create_mock_engine=engine.create_mock_engine create_pool_from_url=engine.create_pool_from_url" +
		" engine_from_config=engine.engine_from_config ",
	"sqlalchemy.engine.cursor": " BufferedRowCursorFetchStrategy=engine.BufferedRowCursorFetchStrategy CursorFetchStrategy=engine.CursorFetchStrategy" +
		" CursorResult=engine.CursorResult CursorResultMetaData=engine.CursorResultMetaData" +
		" FullyBufferedCursorFetchStrategy=engine.FullyBufferedCursorFetchStrategy IteratorResult=engine.IteratorResult" +
		" MergedResult=engine.MergedResult NoCursorDMLFetchStrategy=engine.NoCursorDMLFetchStrategy" +
		" NoCursorDQLFetchStrategy=engine.NoCursorDQLFetchStrategy NoCursorFetchStrategy=engine.NoCursorFetchStrategy Result=engine.Result" +
		" ResultColumnsEntry ResultFetchStrategy=engine.ResultFetchStrategy ResultMetaData=engine.ResultMetaData" +
		" ResultProxy=engine.CursorResult Row=engine.Row SimpleResultMetaData=engine.SimpleResultMetaData TypeEngine" +
		" null_dml_result=engine.null_dml_result ",
	"sqlalchemy.engine.default": " CACHE_HIT=engine.CACHE_HIT CACHE_MISS=engine.CACHE_MISS CACHING_DISABLED=engine.CACHING_DISABLED CacheStats=engine.CacheStats" +
		" Connection=engine.Connection DBAPICursor=engine.DBAPICursor DDLCompiler DefaultDialect=engine.DefaultDialect" +
		" DefaultExecutionContext=engine.DefaultExecutionContext Dialect=engine.Dialect ExecuteStyle=engine.ExecuteStyle" +
		" ExecutionContext=engine.ExecutionContext InsertmanyvaluesSentinelOpts NO_CACHE_KEY=engine.NO_CACHE_KEY" +
		" NO_DIALECT_SUPPORT=engine.NO_DIALECT_SUPPORT ObjectKind=engine.ObjectKind ObjectScope=engine.ObjectScope SQLCompiler" +
		" StrCompileDialect=engine.StrCompileDialect quoted_name ",
	"sqlalchemy.engine.events": " Connection=engine.Connection ConnectionEvents=engine.ConnectionEvents ConnectionEventsTarget=engine.ConnectionEventsTarget" +
		" DBAPIConnection=engine.DBAPIConnection DBAPICursor=engine.DBAPICursor Dialect=engine.Dialect DialectEvents=engine.DialectEvents" +
		" Engine=engine.Engine ",
	"sqlalchemy.engine.interfaces": " AdaptedConnection=engine.AdaptedConnection BindTyping=engine.BindTyping CacheStats=engine.CacheStats Compiled" +
		" Connectable=engine.ConnectionEventsTarget ConnectionEventsTarget=engine.ConnectionEventsTarget" +
		" CreateEnginePlugin=engine.CreateEnginePlugin DBAPIConnection=engine.DBAPIConnection DBAPICursor=engine.DBAPICursor" +
		" DBAPIModule=engine.DBAPIModule DBAPIType=engine.DBAPIType Dialect=engine.Dialect EventTarget=event.EventTarget" +
		" ExceptionContext=engine.ExceptionContext ExecuteStyle=engine.ExecuteStyle ExecutionContext=engine.ExecutionContext Pool=pool.Pool" +
		" PoolProxiedConnection=pool.PoolProxiedConnection ReflectedCheckConstraint=engine.ReflectedCheckConstraint" +
		" ReflectedColumn=engine.ReflectedColumn ReflectedComputed=engine.ReflectedComputed ReflectedConstraint=engine.ReflectedConstraint" +
		" ReflectedForeignKeyConstraint=engine.ReflectedForeignKeyConstraint ReflectedIdentity=engine.ReflectedIdentity" +
		" ReflectedIndex=engine.ReflectedIndex ReflectedPrimaryKeyConstraint=engine.ReflectedPrimaryKeyConstraint" +
		" ReflectedTableComment=engine.ReflectedTableComment ReflectedUniqueConstraint=engine.ReflectedUniqueConstraint TypeCompiler" +
		" await_only=util.await_only ",
	"sqlalchemy.engine.mock": " MockConnection=engine.MockConnection create_mock_engine=engine.create_mock_engine ",
	"sqlalchemy.engine.processors": " str_to_datetime_processor_factory=engine.str_to_datetime_processor_factory" +
		" to_decimal_processor_factory=engine.to_decimal_processor_factory ",
	"sqlalchemy.engine.reflection": " Connection=engine.Connection Engine=engine.Engine Inspector=engine.Inspector InternalTraversal ObjectKind=engine.ObjectKind" +
		" ObjectScope=engine.ObjectScope ReflectionDefaults=engine.ReflectionDefaults TextClause TypeEngine cache=engine.cache" +
		" flexi_cache=engine.flexi_cache quoted_name ",
	"sqlalchemy.engine.result": " ChunkedIteratorResult=engine.ChunkedIteratorResult FilterResult=engine.FilterResult FrozenResult=engine.FrozenResult" +
		" HasMemoized=util.HasMemoized HasMemoized_ro_memoized_attribute=util.memoized_attribute InPlaceGenerative" +
		" IteratorResult=engine.IteratorResult MappingResult=engine.MappingResult MergedResult=engine.MergedResult" +
		" RMKeyView=engine.RMKeyView Result=engine.Result ResultInternal=engine.ResultInternal ResultMetaData=engine.ResultMetaData" +
		" Row=engine.Row RowMapping=engine.RowMapping ScalarResult=engine.ScalarResult SimpleResultMetaData=engine.SimpleResultMetaData" +
		" TupleResult=engine.TupleResult null_result=engine.null_result result_tuple=engine.result_tuple ",
	"sqlalchemy.engine.row": " ROMappingItemsView=engine.ROMappingItemsView ROMappingKeysValuesView=engine.ROMappingKeysValuesView" +
		" ROMappingView=engine.ROMappingView Row=engine.Row RowMapping=engine.RowMapping RowProxy=engine.Row deprecated=util.deprecated ",
	"sqlalchemy.engine.strategies": " MockConnection=engine.MockConnection MockEngineStrategy=engine.MockEngineStrategy ",
	"sqlalchemy.engine.url":        " Dialect=engine.Dialect URL=engine.URL make_url=engine.make_url plugins=engine.plugins registry=engine.registry ",
	"sqlalchemy.engine.util":       " TransactionalContext=engine.TransactionalContext connection_memoize=engine.connection_memoize ",
	"sqlalchemy.event": " EventTarget=event.EventTarget Events=event.Events RefCollection=event.RefCollection contains=event.contains" +
		" dispatcher=event.dispatcher listen=event.listen listens_for=event.listens_for remove=event.remove ",
	"sqlalchemy.event.api":  " contains=event.contains listen=event.listen listens_for=event.listens_for remove=event.remove ",
	"sqlalchemy.event.attr": " AsyncAdaptedLock=util.AsyncAdaptedLock RefCollection=event.RefCollection ",
	"sqlalchemy.event.base": " Events=event.Events JoinedAttributeEventsDispatch=event.JoinedAttributeEventsDispatch" +
		" JoinedConnectionEventsDispatch=event.JoinedConnectionEventsDispatch JoinedDDLEventsDispatch=event.JoinedDDLEventsDispatch" +
		" JoinedDialectEventsDispatch=event.JoinedDialectEventsDispatch JoinedEventsDispatch=event.JoinedEventsDispatch" +
		" JoinedHoldInstanceEventsDispatch=event.JoinedHoldInstanceEventsDispatch" +
		" JoinedHoldMapperEventsDispatch=event.JoinedHoldMapperEventsDispatch" +
		" JoinedInstanceEventsDispatch=event.JoinedInstanceEventsDispatch" +
		" JoinedInstrumentationEventsDispatch=event.JoinedInstrumentationEventsDispatch" +
		" JoinedMapperEventsDispatch=event.JoinedMapperEventsDispatch JoinedPoolEventsDispatch=event.JoinedPoolEventsDispatch" +
		" JoinedQueryEventsDispatch=event.JoinedQueryEventsDispatch JoinedSessionEventsDispatch=event.JoinedSessionEventsDispatch" +
		" dispatcher=event.dispatcher slots_dispatcher=event.slots_dispatcher ",
	"sqlalchemy.events": " ConnectionEvents=engine.ConnectionEvents DDLEvents DialectEvents=engine.DialectEvents PoolEvents=pool.PoolEvents" +
		" PoolResetState=pool.PoolResetState SchemaEventTarget ",
	"sqlalchemy.exc": " AmbiguousForeignKeysError=exc.AmbiguousForeignKeysError ArgumentError=exc.ArgumentError AwaitRequired=exc.AwaitRequired" +
		" Base20DeprecationWarning=exc.Base20DeprecationWarning CircularDependencyError=exc.CircularDependencyError" +
		" CompileError=exc.CompileError ConstraintColumnNotFoundError=exc.ConstraintColumnNotFoundError DBAPIError=exc.DBAPIError" +
		" DataError=exc.DataError DatabaseError=exc.DatabaseError DisconnectionError=exc.DisconnectionError DontWrapMixin=exc.DontWrapMixin" +
		" DuplicateColumnError=exc.DuplicateColumnError HasDescriptionCode=exc.HasDescriptionCode IdentifierError=exc.IdentifierError" +
		" IllegalStateChangeError=exc.IllegalStateChangeError IntegrityError=exc.IntegrityError InterfaceError=exc.InterfaceError" +
		" InternalError=exc.InternalError InvalidRequestError=exc.InvalidRequestError InvalidatePoolError=exc.InvalidatePoolError" +
		" LegacyAPIWarning=exc.LegacyAPIWarning MissingGreenlet=exc.MissingGreenlet MovedIn20Warning=exc.MovedIn20Warning" +
		" MultipleResultsFound=exc.MultipleResultsFound NoForeignKeysError=exc.NoForeignKeysError" +
		" NoInspectionAvailable=exc.NoInspectionAvailable NoReferenceError=exc.NoReferenceError" +
		" NoReferencedColumnError=exc.NoReferencedColumnError NoReferencedTableError=exc.NoReferencedTableError" +
		" NoResultFound=exc.NoResultFound NoSuchColumnError=exc.NoSuchColumnError NoSuchModuleError=exc.NoSuchModuleError" +
		" NoSuchTableError=exc.NoSuchTableError NotSupportedError=exc.NotSupportedError" +
		" ObjectNotExecutableError=exc.ObjectNotExecutableError OperationalError=exc.OperationalError" +
		" PendingRollbackError=exc.PendingRollbackError ProgrammingError=exc.ProgrammingError ResourceClosedError=exc.ResourceClosedError" +
		" SADeprecationWarning=exc.SADeprecationWarning SAPendingDeprecationWarning=exc.SAPendingDeprecationWarning" +
		" SATestSuiteWarning=exc.SATestSuiteWarning SAWarning=exc.SAWarning SQLAlchemyError=exc.SQLAlchemyError" +
		" StatementError=exc.StatementError TimeoutError=exc.TimeoutError UnboundExecutionError=exc.UnboundExecutionError" +
		" UnreflectableTableError=exc.UnreflectableTableError UnsupportedCompilationError=exc.UnsupportedCompilationError ",
	"sqlalchemy.ext": " ",
	"sqlalchemy.ext.associationproxy": " AmbiguousAssociationProxyInstance=associationproxy.AmbiguousAssociationProxyInstance" +
		" AssociationProxy=associationproxy.AssociationProxy AssociationProxyExtensionType=associationproxy.AssociationProxyExtensionType" +
		" AssociationProxyInstance=associationproxy.AssociationProxyInstance" +
		" ColumnAssociationProxyInstance=associationproxy.ColumnAssociationProxyInstance ColumnElement" +
		" InspectionAttrExtensionType=orm.InspectionAttrExtensionType ORMDescriptor=orm.ORMDescriptor" +
		" ObjectAssociationProxyInstance=associationproxy.ObjectAssociationProxyInstance SQLORMOperations=orm.SQLORMOperations" +
		" SupportsKeysAndGetItem=util.SupportsKeysAndGetItem association_proxy=associationproxy.association_proxy inspect or_ ",
	"sqlalchemy.ext.asyncio": " AsyncAttrs=asyncio.AsyncAttrs AsyncConnection=asyncio.AsyncConnection AsyncEngine=asyncio.AsyncEngine" +
		" AsyncMappingResult=asyncio.AsyncMappingResult AsyncResult=asyncio.AsyncResult AsyncScalarResult=asyncio.AsyncScalarResult" +
		" AsyncSession=asyncio.AsyncSession AsyncSessionTransaction=asyncio.AsyncSessionTransaction" +
		" AsyncTransaction=asyncio.AsyncTransaction AsyncTupleResult=asyncio.AsyncTupleResult" +
		" async_engine_from_config=asyncio.async_engine_from_config async_object_session=asyncio.async_object_session" +
		" async_scoped_session=asyncio.async_scoped_session async_session=asyncio.async_session" +
		" async_sessionmaker=asyncio.async_sessionmaker close_all_sessions=asyncio.close_all_sessions" +
		" create_async_engine=asyncio.create_async_engine create_async_pool_from_url=asyncio.create_async_pool_from_url ",
	"sqlalchemy.ext.asyncio.base": " GeneratorStartableContext=asyncio.GeneratorStartableContext ProxyComparable=asyncio.ProxyComparable" +
		" ReversibleProxy=asyncio.ReversibleProxy StartableContext=asyncio.StartableContext" +
		" asyncstartablecontext=asyncio.asyncstartablecontext ",
	"sqlalchemy.ext.asyncio.engine": " ArgumentError=exc.ArgumentError AsyncConnectable=asyncio.AsyncConnectable AsyncConnection=asyncio.AsyncConnection" +
		" AsyncEngine=asyncio.AsyncEngine AsyncResult=asyncio.AsyncResult AsyncScalarResult=asyncio.AsyncScalarResult" +
		" AsyncTransaction=asyncio.AsyncTransaction Connection=engine.Connection Engine=engine.Engine" +
		" GeneratorStartableContext=asyncio.GeneratorStartableContext NestedTransaction=engine.NestedTransaction" +
		" ProxyComparable=asyncio.ProxyComparable StartableContext=asyncio.StartableContext Transaction=engine.Transaction" +
		" async_engine_from_config=asyncio.async_engine_from_config asyncstartablecontext=asyncio.asyncstartablecontext" +
		" create_async_engine=asyncio.create_async_engine create_async_pool_from_url=asyncio.create_async_pool_from_url" +
		" greenlet_spawn=util.greenlet_spawn ",
	"sqlalchemy.ext.asyncio.exc": " AsyncContextAlreadyStarted=asyncio.AsyncContextAlreadyStarted AsyncContextNotStarted=asyncio.AsyncContextNotStarted" +
		" AsyncMethodRequired=asyncio.AsyncMethodRequired ",
	"sqlalchemy.ext.asyncio.result": " AsyncCommon=asyncio.AsyncCommon AsyncMappingResult=asyncio.AsyncMappingResult AsyncResult=asyncio.AsyncResult" +
		" AsyncScalarResult=asyncio.AsyncScalarResult AsyncTupleResult=asyncio.AsyncTupleResult FilterResult=engine.FilterResult" +
		" FrozenResult=engine.FrozenResult Result=engine.Result ResultMetaData=engine.ResultMetaData Row=engine.Row" +
		" RowMapping=engine.RowMapping greenlet_spawn=util.greenlet_spawn ",
	"sqlalchemy.ext.asyncio.scoping": " AsyncSession=asyncio.AsyncSession ScopedRegistry=util.ScopedRegistry Session=orm.Session" +
		" async_scoped_session=asyncio.async_scoped_session async_sessionmaker=asyncio.async_sessionmaker" +
		" create_proxy_methods=util.create_proxy_methods warn=util.warn warn_deprecated=util.warn_deprecated ",
	"sqlalchemy.ext.asyncio.session": " AsyncAttrs=asyncio.AsyncAttrs AsyncResult=asyncio.AsyncResult AsyncScalarResult=asyncio.AsyncScalarResult" +
		" AsyncSession=asyncio.AsyncSession AsyncSessionTransaction=asyncio.AsyncSessionTransaction ReversibleProxy=asyncio.ReversibleProxy" +
		" Session=orm.Session SessionTransaction=orm.SessionTransaction StartableContext=asyncio.StartableContext" +
		" async_object_session=asyncio.async_object_session async_session=asyncio.async_session" +
		" async_sessionmaker=asyncio.async_sessionmaker close_all_sessions=asyncio.close_all_sessions greenlet_spawn=util.greenlet_spawn" +
		" object_session=orm.object_session ",
	"sqlalchemy.ext.automap": " AutomapBase=automap.AutomapBase ForeignKeyConstraint GenerateRelationshipType=automap.GenerateRelationshipType" +
		" NameForCollectionRelationshipType=automap.NameForCollectionRelationshipType" +
		" NameForScalarRelationshipType=automap.NameForScalarRelationshipType Properties=util.Properties" +
		" PythonNameForTableType=automap.PythonNameForTableType and_ automap_base=automap.automap_base backref=orm.backref" +
		" classname_for_table=automap.classname_for_table generate_relationship=automap.generate_relationship" +
		" name_for_collection_relationship=automap.name_for_collection_relationship" +
		" name_for_scalar_relationship=automap.name_for_scalar_relationship relationship=orm.relationship ",
	"sqlalchemy.ext.compiler": " compiles=compiler.compiles deregister=compiler.deregister ",
	"sqlalchemy.ext.declarative": " AbstractConcreteBase=orm.AbstractConcreteBase ConcreteBase=orm.ConcreteBase DeclarativeMeta=orm.DeclarativeMeta" +
		" DeferredReflection=orm.DeferredReflection as_declarative=orm.as_declarative declarative_base=orm.declarative_base" +
		" declared_attr=orm.declared_attr has_inherited_table=orm.has_inherited_table synonym_for=orm.synonym_for ",
	"sqlalchemy.ext.declarative.extensions": " AbstractConcreteBase=orm.AbstractConcreteBase ConcreteBase=orm.ConcreteBase Connection=engine.Connection" +
		" DeferredReflection=orm.DeferredReflection Engine=engine.Engine Table polymorphic_union=orm.polymorphic_union ",
	"sqlalchemy.ext.hybrid": " ColumnElement Comparator=hybrid.Comparator ExprComparator=hybrid.ExprComparator HybridExtensionType=hybrid.HybridExtensionType" +
		" InspectionAttrExtensionType=orm.InspectionAttrExtensionType ORMDescriptor=orm.ORMDescriptor" +
		" QueryableAttribute=orm.QueryableAttribute SQLCoreOperations hybrid_method=hybrid.hybrid_method" +
		" hybrid_property=hybrid.hybrid_property is_has_clause_element ",
	"sqlalchemy.ext.indexable": " flag_modified=orm.flag_modified hybrid_property=hybrid.hybrid_property index_property=indexable.index_property inspect ",
	"sqlalchemy.ext.mutable": " AttributeEventToken=orm.AttributeEventToken Column DeclarativeAttributeIntercept=orm.DeclarativeAttributeIntercept" +
		" InstanceState=orm.InstanceState InstrumentedAttribute=orm.InstrumentedAttribute Mapper=orm.Mapper Mutable=mutable.Mutable" +
		" MutableBase=mutable.MutableBase MutableComposite=mutable.MutableComposite MutableDict=mutable.MutableDict" +
		" MutableList=mutable.MutableList MutableSet=mutable.MutableSet QueryContext=orm.QueryContext" +
		" QueryableAttribute=orm.QueryableAttribute SchemaEventTarget TypeEngine UOWTransaction=orm.UOWTransaction" +
		" flag_modified=orm.flag_modified inspect memoized_property=util._memoized_property ",
	"sqlalchemy.ext.orderinglist": " OrderingList=orderinglist.OrderingList collection=orm.collection count_from_0=orderinglist.count_from_0" +
		" count_from_1=orderinglist.count_from_1 count_from_n_factory=orderinglist.count_from_n_factory" +
		" ordering_list=orderinglist.ordering_list ",
	"sqlalchemy.future":     " Connection=engine.Connection Engine=engine.Engine create_engine=engine.create_engine select ",
	"sqlalchemy.inspection": " Inspectable inspect ",
	"sqlalchemy.log":        " ",
	"sqlalchemy.orm": " AliasOption=orm.AliasOption AppenderQuery=orm.AppenderQuery AttributeEventToken=orm.AttributeEventToken" +
		" AttributeEvents=orm.AttributeEvents AttributeState=orm.AttributeState Bundle=orm.Bundle CascadeOptions=orm.CascadeOptions" +
		" ClassManager=orm.ClassManager ColumnProperty=orm.ColumnProperty Composite=orm.Composite CompositeProperty=orm.CompositeProperty" +
		" DeclarativeBase=orm.DeclarativeBase DeclarativeBaseNoMeta=orm.DeclarativeBaseNoMeta DeclarativeMeta=orm.DeclarativeMeta" +
		" DynamicMapped=orm.DynamicMapped EXT_CONTINUE=orm.EXT_CONTINUE EXT_SKIP=orm.EXT_SKIP EXT_STOP=orm.EXT_STOP" +
		" FromStatement=orm.FromStatement IdentityMap=orm.IdentityMap InspectionAttr=orm.InspectionAttr" +
		" InspectionAttrExtensionType=orm.InspectionAttrExtensionType InspectionAttrInfo=orm.InspectionAttrInfo" +
		" InstanceEvents=orm.InstanceEvents InstanceState=orm.InstanceState InstrumentationEvents=orm.InstrumentationEvents" +
		" InstrumentedAttribute=orm.InstrumentedAttribute KeyFuncDict=orm.KeyFuncDict Load=orm.Load" +
		" LoaderCallableStatus=orm.LoaderCallableStatus LoaderCriteriaOption=orm.LoaderCriteriaOption MANYTOMANY=orm.MANYTOMANY" +
		" MANYTOONE=orm.MANYTOONE Mapped=orm.Mapped MappedAsDataclass=orm.MappedAsDataclass MappedClassProtocol=orm.MappedClassProtocol" +
		" MappedCollection=orm.KeyFuncDict MappedColumn=orm.MappedColumn MappedSQLExpression=orm.MappedSQLExpression Mapper=orm.Mapper" +
		" MapperEvents=orm.MapperEvents MapperProperty=orm.MapperProperty NO_KEY=orm.NO_KEY NO_VALUE=orm.NO_VALUE" +
		" NotExtension=orm.NotExtension ONETOMANY=orm.ONETOMANY ORMDescriptor=orm.ORMDescriptor ORMExecuteState=orm.ORMExecuteState" +
		" PassiveFlag=orm.PassiveFlag PropComparator=orm.PropComparator Query=orm.Query QueryContext=orm.QueryContext" +
		" QueryEvents=orm.QueryEvents QueryPropertyDescriptor=orm.QueryPropertyDescriptor QueryableAttribute=orm.QueryableAttribute" +
		" Relationship=orm.Relationship RelationshipDirection=orm.RelationshipDirection RelationshipProperty=orm.RelationshipProperty" +
		" SQLORMExpression=orm.SQLORMExpression Session=orm.Session SessionEvents=orm.SessionEvents" +
		" SessionTransaction=orm.SessionTransaction SessionTransactionOrigin=orm.SessionTransactionOrigin Synonym=orm.Synonym" +
		" SynonymProperty=orm.SynonymProperty UOWTransaction=orm.UOWTransaction UserDefinedOption=orm.UserDefinedOption" +
		" WriteOnlyCollection=orm.WriteOnlyCollection WriteOnlyMapped=orm.WriteOnlyMapped add_mapped_attribute=orm.add_mapped_attribute" +
		" aliased=orm.aliased as_declarative=orm.as_declarative attribute_keyed_dict=orm.attribute_keyed_dict" +
		" attribute_mapped_collection=orm.attribute_keyed_dict backref=orm.backref class_mapper=orm.class_mapper" +
		" clear_mappers=orm.clear_mappers close_all_sessions=orm.close_all_sessions column_keyed_dict=orm.column_keyed_dict" +
		" column_mapped_collection=orm.column_keyed_dict column_property=orm.column_property composite=orm.composite" +
		" configure_mappers=orm.configure_mappers contains_alias=orm.contains_alias contains_eager=orm.contains_eager" +
		" create_session=orm.create_session declarative_base=orm.declarative_base declarative_mixin=orm.declarative_mixin" +
		" declared_attr=orm.declared_attr defaultload=orm.defaultload defer=orm.defer deferred=orm.deferred" +
		" dynamic_loader=orm.dynamic_loader foreign=orm.foreign has_inherited_table=orm.has_inherited_table immediateload=orm.immediateload" +
		" join=orm.join joinedload=orm.joinedload keyfunc_mapping=orm.keyfunc_mapping lazyload=orm.lazyload load_only=orm.load_only" +
		" make_transient=orm.make_transient make_transient_to_detached=orm.make_transient_to_detached" +
		" mapped_as_dataclass=orm.mapped_as_dataclass mapped_collection=orm.keyfunc_mapping mapped_column=orm.mapped_column" +
		" mapper=orm._mapper_fn merge_frozen_result=orm.merge_frozen_result merge_result=orm.merge_result noload=orm.noload" +
		" object_mapper=orm.object_mapper object_session=orm.object_session orm_insert_sentinel=orm.orm_insert_sentinel" +
		" outerjoin=orm.outerjoin polymorphic_union=orm.polymorphic_union query_expression=orm.query_expression raiseload=orm.raiseload" +
		" reconstructor=orm.reconstructor registry=orm.registry relationship=orm.relationship remote=orm.remote" +
		" scoped_session=orm.scoped_session selectin_polymorphic=orm.selectin_polymorphic selectinload=orm.selectinload" +
		" sessionmaker=orm.sessionmaker subqueryload=orm.subqueryload synonym=orm.synonym synonym_for=orm.synonym_for undefer=orm.undefer" +
		" undefer_group=orm.undefer_group validates=orm.validates was_deleted=orm.was_deleted with_expression=orm.with_expression" +
		" with_loader_criteria=orm.with_loader_criteria with_parent=orm.with_parent with_polymorphic=orm.with_polymorphic ",
	"sqlalchemy.orm._orm_constructors": " AliasOption=orm.AliasOption AliasedClass=orm.AliasedClass AliasedInsp=orm.AliasedInsp Composite=orm.Composite FromClause" +
		" InvalidRequestError=exc.InvalidRequestError LoaderCriteriaOption=orm.LoaderCriteriaOption MappedColumn=orm.MappedColumn" +
		" MappedSQLExpression=orm.MappedSQLExpression RelationshipProperty=orm.RelationshipProperty SchemaConst SchemaEventTarget" +
		" Session=orm.Session Synonym=orm.Synonym aliased=orm.aliased backref=orm.backref clear_mappers=orm.clear_mappers" +
		" column_property=orm.column_property composite=orm.composite contains_alias=orm.contains_alias create_session=orm.create_session" +
		" deferred=orm.deferred dynamic_loader=orm.dynamic_loader join=orm.join mapped_column=orm.mapped_column" +
		" orm_insert_sentinel=orm.orm_insert_sentinel outerjoin=orm.outerjoin query_expression=orm.query_expression" +
		" relationship=orm.relationship synonym=orm.synonym with_loader_criteria=orm.with_loader_criteria" +
		" with_polymorphic=orm.with_polymorphic ",
	"sqlalchemy.orm._typing": " ColumnElement is_composite_class=orm.is_composite_class is_orm_option=orm.is_orm_option" +
		" is_user_defined_option=orm.is_user_defined_option ",
	"sqlalchemy.orm.attributes": " ATTR_EMPTY=orm.ATTR_EMPTY ATTR_WAS_SET=orm.ATTR_WAS_SET AdHocHasEntityNamespace=orm.AdHocHasEntityNamespace" +
		" AttributeEvent=orm.AttributeEventToken AttributeEventToken=orm.AttributeEventToken AttributeImpl=orm.AttributeImpl" +
		" CollectionAttributeImpl=orm.CollectionAttributeImpl Event=orm.AttributeEventToken EventTarget=event.EventTarget HasCacheKey" +
		" HasCollectionAdapter=orm.HasCollectionAdapter History=orm.History InstrumentedAttribute=orm.InstrumentedAttribute" +
		" InternalTraversal LoaderCallableStatus=orm.LoaderCallableStatus Mapped=orm.Mapped NEVER_SET=orm.NEVER_SET NO_KEY=orm.NO_KEY" +
		" NO_VALUE=orm.NO_VALUE PASSIVE_CLASS_MISMATCH=orm.PASSIVE_CLASS_MISMATCH PASSIVE_NO_RESULT=orm.PASSIVE_NO_RESULT" +
		" PassiveFlag=orm.PassiveFlag QueryableAttribute=orm.QueryableAttribute SQLORMExpression=orm.SQLORMExpression" +
		" ScalarAttributeImpl=orm.ScalarAttributeImpl ScalarObjectAttributeImpl=orm.ScalarObjectAttributeImpl" +
		" backref_listeners=orm.backref_listeners create_proxied_attribute=orm.create_proxied_attribute del_attribute=orm.del_attribute" +
		" dispatcher=event.dispatcher flag_dirty=orm.flag_dirty flag_modified=orm.flag_modified get_attribute=orm.get_attribute" +
		" get_history=orm.get_history get_state_history=orm.get_state_history has_parent=orm.has_parent init_collection=orm.init_collection" +
		" init_state_collection=orm.init_state_collection instance_str=orm.instance_str manager_of_class=orm.manager_of_class" +
		" opt_manager_of_class=orm.opt_manager_of_class register_attribute=orm.register_attribute" +
		" register_attribute_impl=orm.register_attribute_impl register_descriptor=orm.register_descriptor set_attribute=orm.set_attribute" +
		" set_committed_value=orm.set_committed_value state_str=orm.state_str unregister_attribute=orm.unregister_attribute ",
	"sqlalchemy.orm.base": " ATTR_EMPTY=orm.ATTR_EMPTY ATTR_WAS_SET=orm.ATTR_WAS_SET DEFAULT_MANAGER_ATTR=orm.DEFAULT_MANAGER_ATTR" +
		" DEFAULT_STATE_ATTR=orm.DEFAULT_STATE_ATTR DynamicMapped=orm.DynamicMapped EXT_CONTINUE=orm.EXT_CONTINUE EXT_SKIP=orm.EXT_SKIP" +
		" EXT_STOP=orm.EXT_STOP EventConstants=orm.EventConstants FastIntFlag=util._FastIntFlag InspectionAttr=orm.InspectionAttr" +
		" InspectionAttrExtensionType=orm.InspectionAttrExtensionType InspectionAttrInfo=orm.InspectionAttrInfo" +
		" LoaderCallableStatus=orm.LoaderCallableStatus MANYTOMANY=orm.MANYTOMANY MANYTOONE=orm.MANYTOONE Mapped=orm.Mapped" +
		" NEVER_SET=orm.NEVER_SET NO_KEY=orm.NO_KEY NO_VALUE=orm.NO_VALUE NotExtension=orm.NotExtension ONETOMANY=orm.ONETOMANY" +
		" ORMDescriptor=orm.ORMDescriptor PASSIVE_CLASS_MISMATCH=orm.PASSIVE_CLASS_MISMATCH PASSIVE_NO_RESULT=orm.PASSIVE_NO_RESULT" +
		" PassiveFlag=orm.PassiveFlag RelationshipDirection=orm.RelationshipDirection SQLColumnExpression SQLCoreOperations" +
		" SQLORMExpression=orm.SQLORMExpression SQLORMOperations=orm.SQLORMOperations TypingOnly=util.TypingOnly" +
		" WriteOnlyMapped=orm.WriteOnlyMapped attribute_str=orm.attribute_str class_mapper=orm.class_mapper instance_str=orm.instance_str" +
		" manager_of_class=orm.manager_of_class object_mapper=orm.object_mapper object_state=orm.object_state" +
		" opt_manager_of_class=orm.opt_manager_of_class state_attribute_str=orm.state_attribute_str state_class_str=orm.state_class_str" +
		" state_str=orm.state_str ",
	"sqlalchemy.orm.clsregistry": " CallableReference=util.CallableReference ClsRegistryToken=orm.ClsRegistryToken ColumnProperty=orm.ColumnProperty" +
		" SynonymProperty=orm.SynonymProperty add_class=orm.add_class class_mapper=orm.class_mapper remove_class=orm.remove_class ",
	"sqlalchemy.orm.collections": " CollectionAdapter=orm.CollectionAdapter InstrumentedDict=orm.InstrumentedDict InstrumentedList=orm.InstrumentedList" +
		" InstrumentedSet=orm.InstrumentedSet KeyFuncDict=orm.KeyFuncDict MappedCollection=orm.KeyFuncDict NO_ARG=orm.NO_ARG" +
		" NO_KEY=orm.NO_KEY attribute_keyed_dict=orm.attribute_keyed_dict attribute_mapped_collection=orm.attribute_keyed_dict" +
		" bulk_replace=orm.bulk_replace collection=orm.collection column_keyed_dict=orm.column_keyed_dict" +
		" column_mapped_collection=orm.column_keyed_dict inspect_getfullargspec=util.inspect_getfullargspec" +
		" keyfunc_mapping=orm.keyfunc_mapping mapped_collection=orm.keyfunc_mapping prepare_instrumentation=orm.prepare_instrumentation ",
	"sqlalchemy.orm.context": " AbstractORMCompileState=orm.AbstractORMCompileState AliasedClass=orm.AliasedClass" +
		" AutoflushOnlyORMCompileState=orm.AutoflushOnlyORMCompileState Bundle=orm.Bundle CacheableOptions ColumnClause CompileState" +
		" CompoundSelectCompileState=orm.CompoundSelectCompileState CompoundSelectState Executable FromStatement=orm.FromStatement" +
		" Generative GroupedElement InternalTraversal LABEL_STYLE_DISAMBIGUATE_ONLY=orm.LABEL_STYLE_DISAMBIGUATE_ONLY" +
		" LABEL_STYLE_LEGACY_ORM=orm.LABEL_STYLE_LEGACY_ORM LABEL_STYLE_NONE=orm.LABEL_STYLE_NONE" +
		" LABEL_STYLE_TABLENAME_PLUS_COL=orm.LABEL_STYLE_TABLENAME_PLUS_COL ORMAdapter=orm.ORMAdapter" +
		" ORMColumnDescription=orm.ORMColumnDescription ORMColumnsClauseRole=orm.ORMColumnsClauseRole ORMCompileState=orm.ORMCompileState" +
		" ORMFromStatementCompileState=orm.ORMFromStatementCompileState ORMSelectCompileState=orm.ORMSelectCompileState" +
		" ORMStatementAdapter=orm.ORMStatementAdapter Options PathRegistry=orm.PathRegistry QueryContext=orm.QueryContext Select" +
		" SelectLabelStyle SelectState TextClause TypedReturnsRows UpdateBase inspect is_insert_update ",
	"sqlalchemy.orm.decl_api": " CallableReference=util.CallableReference Composite=orm.Composite DCTransformDeclarative=orm.DCTransformDeclarative" +
		" DeclarativeAttributeIntercept=orm.DeclarativeAttributeIntercept DeclarativeBase=orm.DeclarativeBase" +
		" DeclarativeBaseNoMeta=orm.DeclarativeBaseNoMeta DeclarativeMeta=orm.DeclarativeMeta FromClause InstanceState=orm.InstanceState" +
		" InstrumentedAttribute=orm.InstrumentedAttribute Mapped=orm.Mapped MappedAsDataclass=orm.MappedAsDataclass" +
		" MappedColumn=orm.MappedColumn Mapper=orm.Mapper MetaData ORMDescriptor=orm.ORMDescriptor RegistryType=orm.registry" +
		" RelationshipProperty=orm.RelationshipProperty SQLCoreOperations Synonym=orm.Synonym add_mapped_attribute=orm.add_mapped_attribute" +
		" as_declarative=orm.as_declarative composite=orm.composite de_optionalize_union_types=util.de_optionalize_union_types" +
		" declarative_base=orm.declarative_base declarative_mixin=orm.declarative_mixin declared_attr=orm.declared_attr" +
		" deferred=orm.deferred flatten_newtype=util.flatten_newtype has_inherited_table=orm.has_inherited_table" +
		" hybridmethod=util.hybridmethod hybridproperty=util.hybridproperty is_generic=util.is_generic is_literal=util.is_literal" +
		" is_newtype=util.is_newtype is_pep593=util.is_pep593 is_pep695=util.is_pep695 mapped_as_dataclass=orm.mapped_as_dataclass" +
		" mapped_column=orm.mapped_column registry=orm.registry relationship=orm.relationship synonym=orm.synonym" +
		" synonym_for=orm.synonym_for warn_deprecated=util.warn_deprecated ",
	"sqlalchemy.orm.decl_base": " Column ColumnProperty=orm.ColumnProperty CompositeProperty=orm.CompositeProperty InspectionAttr=orm.InspectionAttr" +
		" InstrumentedAttribute=orm.InstrumentedAttribute MappedClassProtocol=orm.MappedClassProtocol MappedColumn=orm.MappedColumn" +
		" Mapper=orm.Mapper MapperProperty=orm.MapperProperty QueryableAttribute=orm.QueryableAttribute SynonymProperty=orm.SynonymProperty" +
		" Table class_mapper=orm.class_mapper is_fwd_ref=util.is_fwd_ref is_literal=util.is_literal ",
	"sqlalchemy.orm.descriptor_props": " BindParameter Composite=orm.Composite CompositeProperty=orm.CompositeProperty" +
		" ConcreteInheritedProperty=orm.ConcreteInheritedProperty DescriptorProperty=orm.DescriptorProperty" +
		" LoaderCallableStatus=orm.LoaderCallableStatus Mapped=orm.Mapped MapperProperty=orm.MapperProperty PassiveFlag=orm.PassiveFlag" +
		" PropComparator=orm.PropComparator SQLORMOperations=orm.SQLORMOperations Synonym=orm.Synonym SynonymProperty=orm.SynonymProperty" +
		" is_fwd_ref=util.is_fwd_ref is_pep593=util.is_pep593 ",
	"sqlalchemy.orm.dynamic": " AbstractCollectionWriter=orm.AbstractCollectionWriter AppenderMixin=orm.AppenderMixin AppenderQuery=orm.AppenderQuery" +
		" DynaLoader=orm.DynaLoader DynamicAttributeImpl=orm.DynamicAttributeImpl DynamicCollectionHistory=orm.DynamicCollectionHistory" +
		" PassiveFlag=orm.PassiveFlag Query=orm.Query WriteOnlyAttributeImpl=orm.WriteOnlyAttributeImpl" +
		" WriteOnlyHistory=orm.WriteOnlyHistory WriteOnlyLoader=orm.WriteOnlyLoader mixin_user_query=orm.mixin_user_query" +
		" object_session=orm.object_session ",
	"sqlalchemy.orm.events": " AttributeEvents=orm.AttributeEvents BulkDelete=orm.BulkDelete BulkUpdate=orm.BulkUpdate ClassManager=orm.ClassManager" +
		" EventTarget=event.EventTarget InstanceEvents=orm.InstanceEvents InstrumentationEvents=orm.InstrumentationEvents" +
		" InstrumentationFactory=orm.InstrumentationFactory MapperEvents=orm.MapperEvents NO_KEY=orm.NO_KEY Query=orm.Query" +
		" QueryEvents=orm.QueryEvents QueryableAttribute=orm.QueryableAttribute Session=orm.Session SessionEvents=orm.SessionEvents" +
		" inspect_getfullargspec=util.inspect_getfullargspec scoped_session=orm.scoped_session sessionmaker=orm.sessionmaker ",
	"sqlalchemy.orm.exc": " ConcurrentModificationError=orm.StaleDataError DetachedInstanceError=orm.DetachedInstanceError FlushError=orm.FlushError" +
		" LoaderStrategyException=orm.LoaderStrategyException MappedAnnotationError=orm.MappedAnnotationError" +
		" MultipleResultsFound=exc.MultipleResultsFound NoResultFound=exc.NoResultFound ObjectDeletedError=orm.ObjectDeletedError" +
		" ObjectDereferencedError=orm.ObjectDereferencedError StaleDataError=orm.StaleDataError UnmappedClassError=orm.UnmappedClassError" +
		" UnmappedColumnError=orm.UnmappedColumnError UnmappedError=orm.UnmappedError UnmappedInstanceError=orm.UnmappedInstanceError ",
	"sqlalchemy.orm.identity": " IdentityMap=orm.IdentityMap WeakInstanceDict=orm.WeakInstanceDict ",
	"sqlalchemy.orm.instrumentation": " ClassManager=orm.ClassManager EventTarget=event.EventTarget HasMemoized=util.HasMemoized" +
		" InstrumentationFactory=orm.InstrumentationFactory is_instrumented=orm.is_instrumented manager_of_class=orm.manager_of_class" +
		" opt_manager_of_class=orm.opt_manager_of_class register_class=orm.register_class unregister_class=orm.unregister_class ",
	"sqlalchemy.orm.interfaces": " Column ColumnElement ColumnOperators CompileStateOption=orm.CompileStateOption CriteriaOption=orm.CriteriaOption" +
		" EXT_CONTINUE=orm.EXT_CONTINUE EXT_SKIP=orm.EXT_SKIP EXT_STOP=orm.EXT_STOP ExecutableOption HasCacheKey" +
		" InspectionAttr=orm.InspectionAttr InspectionAttrInfo=orm.InspectionAttrInfo LoaderOption=orm.LoaderOption" +
		" LoaderStrategy=orm.LoaderStrategy MANYTOMANY=orm.MANYTOMANY MANYTOONE=orm.MANYTOONE MapperOption=orm.MapperOption" +
		" MapperProperty=orm.MapperProperty NO_KEY=orm.NO_KEY NO_VALUE=orm.NO_VALUE NotExtension=orm.NotExtension ONETOMANY=orm.ONETOMANY" +
		" ORMColumnDescription=orm.ORMColumnDescription ORMColumnsClauseRole=orm.ORMColumnsClauseRole" +
		" ORMEntityColumnsClauseRole=orm.ORMEntityColumnsClauseRole ORMFromClauseRole=orm.ORMFromClauseRole ORMOption=orm.ORMOption" +
		" ORMStatementRole=orm.ORMStatementRole PropComparator=orm.PropComparator RODescriptorReference=util.RODescriptorReference" +
		" RelationshipDirection=orm.RelationshipDirection SQLORMOperations=orm.SQLORMOperations StrategizedProperty=orm.StrategizedProperty" +
		" TypeEngine UserDefinedOption=orm.UserDefinedOption warn_deprecated=util.warn_deprecated ",
	"sqlalchemy.orm.mapped_collection": " KeyFuncDict=orm.KeyFuncDict MappedCollection=orm.KeyFuncDict Missing=orm.Missing attribute_keyed_dict=orm.attribute_keyed_dict" +
		" attribute_mapped_collection=orm.attribute_keyed_dict collection=orm.collection column_keyed_dict=orm.column_keyed_dict" +
		" column_mapped_collection=orm.column_keyed_dict keyfunc_mapping=orm.keyfunc_mapping mapped_collection=orm.keyfunc_mapping ",
	"sqlalchemy.orm.mapper": " Column EXT_SKIP=orm.EXT_SKIP EventTarget=event.EventTarget HasMemoized=util.HasMemoized" +
		" HasMemoized_ro_memoized_attribute=util.memoized_attribute InspectionAttr=orm.InspectionAttr KeyedColumnElement" +
		" LABEL_STYLE_TABLENAME_PLUS_COL=orm.LABEL_STYLE_TABLENAME_PLUS_COL Mapper=orm.Mapper MapperProperty=orm.MapperProperty" +
		" MemoizedHasCacheKey ORMEntityColumnsClauseRole=orm.ORMEntityColumnsClauseRole ORMFromClauseRole=orm.ORMFromClauseRole" +
		" PassiveFlag=orm.PassiveFlag PathRegistry=orm.PathRegistry StrategizedProperty=orm.StrategizedProperty Table TableClause" +
		" configure_mappers=orm.configure_mappers dispatcher=event.dispatcher reconstructor=orm.reconstructor state_str=orm.state_str" +
		" validates=orm.validates ",
	"sqlalchemy.orm.properties": " Column ColumnProperty=orm.ColumnProperty CompositeProperty=orm.CompositeProperty" +
		" ConcreteInheritedProperty=orm.ConcreteInheritedProperty ForeignKey MappedColumn=orm.MappedColumn" +
		" MappedSQLExpression=orm.MappedSQLExpression MapperProperty=orm.MapperProperty PropComparator=orm.PropComparator" +
		" RelationshipProperty=orm.RelationshipProperty SchemaConst StrategizedProperty=orm.StrategizedProperty" +
		" SynonymProperty=orm.SynonymProperty TypeEngine class_mapper=orm.class_mapper" +
		" de_optionalize_union_types=util.de_optionalize_union_types includes_none=util.includes_none is_a_type=util.is_a_type" +
		" is_fwd_ref=util.is_fwd_ref is_pep593=util.is_pep593 is_pep695=util.is_pep695 ",
	"sqlalchemy.orm.query": " AliasOption=orm.AliasOption AliasedClass=orm.AliasedClass BooleanClauseList BulkDelete=orm.BulkDelete BulkUD=orm.BulkUD" +
		" BulkUpdate=orm.BulkUpdate EventTarget=event.EventTarget Executable Exists ForUpdateArg FromStatement=orm.FromStatement Generative" +
		" HasHints HasPrefixes HasSuffixes LABEL_STYLE_TABLENAME_PLUS_COL=orm.LABEL_STYLE_TABLENAME_PLUS_COL" +
		" ORMColumnDescription=orm.ORMColumnDescription ORMColumnsClauseRole=orm.ORMColumnsClauseRole ORMCompileState=orm.ORMCompileState" +
		" Query=orm.Query QueryContext=orm.QueryContext Result=engine.Result Row=engine.Row RowReturningQuery=orm.RowReturningQuery Select" +
		" SelectLabelStyle SupportsCloneAnnotations dispatcher=event.dispatcher inspect object_mapper=orm.object_mapper" +
		" with_parent=orm.with_parent ",
	"sqlalchemy.orm.relationships": " CascadeOptions=orm.CascadeOptions ClauseAdapter ColumnClause ColumnElement DynamicMapped=orm.DynamicMapped Exists" +
		" JoinCondition=orm.JoinCondition LoaderCallableStatus=orm.LoaderCallableStatus MANYTOMANY=orm.MANYTOMANY MANYTOONE=orm.MANYTOONE" +
		" ONETOMANY=orm.ONETOMANY PassiveFlag=orm.PassiveFlag PropComparator=orm.PropComparator Relationship=orm.Relationship" +
		" RelationshipDirection=orm.RelationshipDirection RelationshipProperty=orm.RelationshipProperty" +
		" StrategizedProperty=orm.StrategizedProperty WriteOnlyMapped=orm.WriteOnlyMapped adapt_criterion_to_null" +
		" class_mapper=orm.class_mapper de_optionalize_union_types=util.de_optionalize_union_types foreign=orm.foreign inspect" +
		" join_condition remote=orm.remote resolve_name_to_real_class_name=util.resolve_name_to_real_class_name selectables_overlap" +
		" state_str=orm.state_str visit_binary_product ",
	"sqlalchemy.orm.scoping": " QueryPropertyDescriptor=orm.QueryPropertyDescriptor ScopedRegistry=util.ScopedRegistry ScopedSession=orm.scoped_session" +
		" Session=orm.Session ThreadLocalRegistry=util.ThreadLocalRegistry create_proxy_methods=util.create_proxy_methods" +
		" scoped_session=orm.scoped_session warn=util.warn warn_deprecated=util.warn_deprecated ",
	"sqlalchemy.orm.session": " ACTIVE=orm.ACTIVE CLOSED=orm.CLOSED COMMITTED=orm.COMMITTED CompileState Connection=engine.Connection DEACTIVE=orm.DEACTIVE" +
		" Engine=engine.Engine EventTarget=event.EventTarget ForUpdateArg FromStatement=orm.FromStatement IdentityMap=orm.IdentityMap" +
		" Inspectable InstanceState=orm.InstanceState LABEL_STYLE_TABLENAME_PLUS_COL=orm.LABEL_STYLE_TABLENAME_PLUS_COL" +
		" LoaderCallableStatus=orm.LoaderCallableStatus ORMCompileState=orm.ORMCompileState ORMExecuteState=orm.ORMExecuteState" +
		" PREPARED=orm.PREPARED PROVISIONING_CONNECTION=orm.PROVISIONING_CONNECTION PassiveFlag=orm.PassiveFlag Query=orm.Query Select" +
		" Session=orm.Session SessionTransaction=orm.SessionTransaction SessionTransactionOrigin=orm.SessionTransactionOrigin" +
		" SessionTransactionState=orm.SessionTransactionState Table TableClause TransactionalContext=engine.TransactionalContext" +
		" UOWTransaction=orm.UOWTransaction close_all_sessions=orm.close_all_sessions dispatcher=event.dispatcher inspect" +
		" instance_str=orm.instance_str is_composite_class=orm.is_composite_class is_orm_option=orm.is_orm_option" +
		" is_user_defined_option=orm.is_user_defined_option make_transient=orm.make_transient" +
		" make_transient_to_detached=orm.make_transient_to_detached object_mapper=orm.object_mapper object_session=orm.object_session" +
		" object_state=orm.object_state sessionmaker=orm.sessionmaker state_str=orm.state_str ",
	"sqlalchemy.orm.state": " ATTR_WAS_SET=orm.ATTR_WAS_SET AttributeState=orm.AttributeState InstanceState=orm.InstanceState" +
		" LoaderCallableStatus=orm.LoaderCallableStatus NEVER_SET=orm.NEVER_SET NO_VALUE=orm.NO_VALUE" +
		" PASSIVE_NO_RESULT=orm.PASSIVE_NO_RESULT PathRegistry=orm.PathRegistry PendingCollection=orm.PendingCollection ",
	"sqlalchemy.orm.state_changes": " ",
	"sqlalchemy.orm.strategy_options": " AbstractEntityRegistry=orm.AbstractEntityRegistry AliasedInsp=orm.AliasedInsp InspectionAttr=orm.InspectionAttr Load=orm.Load" +
		" LoaderOption=orm.LoaderOption PathRegistry=orm.PathRegistry QueryableAttribute=orm.QueryableAttribute" +
		" TokenRegistry=orm.TokenRegistry and_ contains_eager=orm.contains_eager defaultload=orm.defaultload defer=orm.defer" +
		" immediateload=orm.immediateload inspect joinedload=orm.joinedload lazyload=orm.lazyload load_only=orm.load_only" +
		" loader_unbound_fn=orm.loader_unbound_fn noload=orm.noload raiseload=orm.raiseload selectin_polymorphic=orm.selectin_polymorphic" +
		" selectinload=orm.selectinload subqueryload=orm.subqueryload undefer=orm.undefer undefer_group=orm.undefer_group" +
		" with_expression=orm.with_expression ",
	"sqlalchemy.orm.util": " AliasedClass=orm.AliasedClass AliasedInsp=orm.AliasedInsp Bundle=orm.Bundle CascadeOptions=orm.CascadeOptions ColumnCollection" +
		" ColumnElement CriteriaOption=orm.CriteriaOption DynamicMapped=orm.DynamicMapped FromClause GenerativeSelect HasCacheKey" +
		" InspectionAttr=orm.InspectionAttr KeyedColumnElement LoaderCriteriaOption=orm.LoaderCriteriaOption Mapped=orm.Mapped" +
		" MapperProperty=orm.MapperProperty MemoizedHasCacheKey MemoizedSlots=util.MemoizedSlots ORMAdapter=orm.ORMAdapter" +
		" ORMColumnsClauseRole=orm.ORMColumnsClauseRole ORMDescriptor=orm.ORMDescriptor" +
		" ORMEntityColumnsClauseRole=orm.ORMEntityColumnsClauseRole ORMFromClauseRole=orm.ORMFromClauseRole" +
		" ORMStatementAdapter=orm.ORMStatementAdapter PathRegistry=orm.PathRegistry SupportsCloneAnnotations" +
		" WriteOnlyMapped=orm.WriteOnlyMapped attribute_str=orm.attribute_str class_mapper=orm.class_mapper" +
		" fixup_container_fwd_refs=util.fixup_container_fwd_refs has_identity=orm.has_identity identity_key=orm.identity_key" +
		" instance_str=orm.instance_str is_origin_of_cls=util.is_origin_of_cls object_mapper=orm.object_mapper object_state=orm.object_state" +
		" opt_manager_of_class=orm.opt_manager_of_class polymorphic_union=orm.polymorphic_union result_tuple=engine.result_tuple" +
		" state_attribute_str=orm.state_attribute_str state_class_str=orm.state_class_str state_str=orm.state_str" +
		" was_deleted=orm.was_deleted with_parent=orm.with_parent ",
	"sqlalchemy.orm.writeonly": " AbstractCollectionWriter=orm.AbstractCollectionWriter Delete DynamicCollectionAdapter=orm.DynamicCollectionAdapter Insert" +
		" NEVER_SET=orm.NEVER_SET PassiveFlag=orm.PassiveFlag RelationshipDirection=orm.RelationshipDirection Update" +
		" WriteOnlyAttributeImpl=orm.WriteOnlyAttributeImpl WriteOnlyCollection=orm.WriteOnlyCollection" +
		" WriteOnlyHistory=orm.WriteOnlyHistory WriteOnlyLoader=orm.WriteOnlyLoader bindparam delete insert inspect" +
		" object_mapper=orm.object_mapper select update ",
	"sqlalchemy.pool": " AssertionPool=pool.AssertionPool AsyncAdaptedQueuePool=pool.AsyncAdaptedQueuePool ConnectionPoolEntry=pool.ConnectionPoolEntry" +
		" FallbackAsyncAdaptedQueuePool=pool.FallbackAsyncAdaptedQueuePool ManagesConnection=pool.ManagesConnection NullPool=pool.NullPool" +
		" Pool=pool.Pool PoolProxiedConnection=pool.PoolProxiedConnection PoolResetState=pool.PoolResetState QueuePool=pool.QueuePool" +
		" SingletonThreadPool=pool.SingletonThreadPool StaticPool=pool.StaticPool reset_commit=pool.reset_commit reset_none=pool.reset_none" +
		" reset_rollback=pool.reset_rollback ",
	"sqlalchemy.pool.base": " ConnectionPoolEntry=pool.ConnectionPoolEntry ManagesConnection=pool.ManagesConnection Pool=pool.Pool" +
		" PoolProxiedConnection=pool.PoolProxiedConnection PoolResetState=pool.PoolResetState ResetStyle=pool.ResetStyle" +
		" reset_commit=pool.reset_commit reset_none=pool.reset_none reset_rollback=pool.reset_rollback ",
	"sqlalchemy.pool.events": " ConnectionPoolEntry=pool.ConnectionPoolEntry Pool=pool.Pool PoolEvents=pool.PoolEvents" +
		" PoolProxiedConnection=pool.PoolProxiedConnection PoolResetState=pool.PoolResetState ",
	"sqlalchemy.pool.impl": " AssertionPool=pool.AssertionPool AsyncAdaptedQueuePool=pool.AsyncAdaptedQueuePool ConnectionPoolEntry=pool.ConnectionPoolEntry" +
		" FallbackAsyncAdaptedQueuePool=pool.FallbackAsyncAdaptedQueuePool NullPool=pool.NullPool Pool=pool.Pool" +
		" PoolProxiedConnection=pool.PoolProxiedConnection QueuePool=pool.QueuePool SingletonThreadPool=pool.SingletonThreadPool" +
		" StaticPool=pool.StaticPool chop_traceback=util.chop_traceback ",
	"sqlalchemy.schema": " AddConstraint BLANK_SCHEMA BaseDDLElement CheckConstraint Column ColumnCollectionConstraint ColumnCollectionMixin ColumnDefault" +
		" Computed Constraint CreateColumn CreateIndex CreateSchema CreateSequence CreateTable DDL DDLElement=ExecutableDDLElement" +
		" DefaultClause DefaultGenerator DropColumnComment DropConstraint DropConstraintComment DropIndex DropSchema DropSequence DropTable" +
		" DropTableComment ExecutableDDLElement FetchedValue ForeignKey ForeignKeyConstraint HasConditionalDDL Identity Index InvokeDDLBase" +
		" MetaData PrimaryKeyConstraint SchemaConst SchemaItem SchemaVisitable SchemaVisitor Sequence SetColumnComment SetConstraintComment" +
		" SetTableComment Table UniqueConstraint conv insert_sentinel sort_tables sort_tables_and_constraints ",
	"sqlalchemy.sql": " Alias BaseDDLElement ClauseElement ClauseVisitor=ExternalTraversal ColumnCollection ColumnElement CompoundSelect DDL" +
		" DDLElement=ExecutableDDLElement Delete Executable ExecutableDDLElement False_ FromClause Insert Join LABEL_STYLE_DEFAULT" +
		" LABEL_STYLE_DISAMBIGUATE_ONLY LABEL_STYLE_NONE LABEL_STYLE_TABLENAME_PLUS_COL LambdaElement NotNullable Nullable" +
		" SQLColumnExpression Select SelectLabelStyle Selectable StatementLambdaElement Subquery TableClause TableSample True_ Update Values" +
		" alias all_ and_ any_ asc between bindparam case cast collate column cte delete desc distinct except_ except_all exists extract" +
		" false func funcfilter insert intersect intersect_all join label lambda_stmt lateral literal literal_column modifier not_ null" +
		" nulls_first nulls_last nullsfirst=nulls_first nullslast=nulls_last or_ outerjoin outparam over quoted_name select table" +
		" tablesample text true try_cast tuple_ type_coerce union union_all update values within_group ",
	"sqlalchemy.sql._dml_constructors": " Delete Insert Update delete insert update ",
	"sqlalchemy.sql._elements_constructors": " BindParameter BooleanClauseList Case Cast CollationClause CollectionAggregate ColumnClause ColumnElement Extract False_" +
		" FunctionElement FunctionFilter Label Null Over TextClause True_ TryCast Tuple TypeCoerce UnaryExpression WithinGroup all_ and_" +
		" any_ asc between bindparam bitwise_not case cast collate column desc distinct extract false funcfilter label not_ null nulls_first" +
		" nulls_last or_ outparam over text true try_cast tuple_ type_coerce within_group ",
	"sqlalchemy.sql._selectable_constructors": " Alias ColumnClause CompoundSelect Exists FromClause Join Lateral LateralFromClause NamedFromClause Select TableClause TableSample" +
		" Values alias cte except_ except_all exists intersect intersect_all join lateral outerjoin select table tablesample union union_all" +
		" values ",
	"sqlalchemy.sql._typing": " Inspectable NotNullable Nullable has_schema_attr is_has_clause_element is_insert_update is_quoted_name ",
	"sqlalchemy.sql.annotation": " Annotated AnnotatedAlias AnnotatedAliasedReturnsRows AnnotatedAnsiFunction AnnotatedAsBoolean AnnotatedBinaryExpression" +
		" AnnotatedBindParameter AnnotatedBooleanClauseList AnnotatedCTE AnnotatedCase AnnotatedCast AnnotatedClauseList" +
		" AnnotatedCollationClause AnnotatedCollectionAggregate AnnotatedColumn AnnotatedColumnClause AnnotatedColumnElement AnnotatedExists" +
		" AnnotatedExpressionClauseList AnnotatedExtract AnnotatedFalse_ AnnotatedFromClause AnnotatedFromClauseAlias AnnotatedFromGrouping" +
		" AnnotatedFunction AnnotatedFunctionAsBinary AnnotatedFunctionElement AnnotatedFunctionFilter AnnotatedGenericFunction" +
		" AnnotatedGrouping AnnotatedIndexExpression AnnotatedJoin AnnotatedKeyedColumnElement AnnotatedLabel AnnotatedLateral" +
		" AnnotatedLateralFromClause AnnotatedNamedColumn AnnotatedNamedFromClause AnnotatedNamedFromGrouping AnnotatedNull" +
		" AnnotatedOperatorExpression AnnotatedOrderedSetAgg AnnotatedOver AnnotatedReturnTypeFromArgs AnnotatedReturnTypeFromOptionalArgs" +
		" AnnotatedScalarFunctionColumn AnnotatedScalarSelect AnnotatedScalarValues AnnotatedSlice AnnotatedSubquery AnnotatedTable" +
		" AnnotatedTableClause AnnotatedTableSample AnnotatedTableValuedAlias AnnotatedTableValuedColumn AnnotatedTrue_ AnnotatedTryCast" +
		" AnnotatedTuple AnnotatedTypeCoerce AnnotatedUnaryExpression AnnotatedValues AnnotatedWithinGroup AnnotatedWrapsColumnExpression" +
		" Annotated_OffsetLimitParam Annotated_OverrideBinds Annotated_label_reference Annotated_multiparam_column" +
		" Annotated_textual_label_reference Annotatedaggregate_strings Annotatedarray_agg Annotatedchar_length Annotatedcoalesce" +
		" Annotatedconcat Annotatedcount Annotatedcube Annotatedcume_dist Annotatedcurrent_date Annotatedcurrent_time" +
		" Annotatedcurrent_timestamp Annotatedcurrent_user Annotateddense_rank Annotatedgrouping_sets Annotatedlocaltime" +
		" Annotatedlocaltimestamp Annotatedmax Annotatedmin Annotatedmode Annotatednext_value Annotatednow Annotatedpercent_rank" +
		" Annotatedpercentile_cont Annotatedpercentile_disc Annotatedrandom Annotatedrank Annotatedrollup Annotatedsession_user Annotatedsum" +
		" Annotatedsysdate Annotateduser ExternallyTraversible HasCacheKey InternalTraversal SupportsAnnotations SupportsCloneAnnotations" +
		" SupportsWrappingAnnotations ",
	"sqlalchemy.sql.base": " CacheableOptions ClauseVisitor=ExternalTraversal ColumnCollection ColumnSet CompileState DedupeColumnCollection DialectKWArgs" +
		" Executable ExecutableOption ExtendedInternalTraversal=InternalTraversal ExternallyTraversible Generative HasCacheKey" +
		" HasCompileState HasCopyInternals HasMemoized=util.HasMemoized Immutable InPlaceGenerative InternalTraversal MemoizedHasCacheKey" +
		" NO_ARG Options ReadOnlyColumnCollection SchemaEventTarget SchemaVisitable SchemaVisitor SingletonConstant" +
		" hybridmethod=util.hybridmethod warn_deprecated=util.warn_deprecated ",
	"sqlalchemy.sql.coercions": " AnonymizedFromClauseImpl BinaryElementImpl ByOfImpl ColumnArgumentImpl ColumnArgumentOrKeyImpl ColumnsClauseImpl" +
		" CompoundElementImpl ConstExprImpl DDLConstraintColumnImpl DDLExpressionImpl DDLReferredColumnImpl DMLColumnImpl DMLSelectImpl" +
		" DMLTableImpl ExecutableOption ExecutableOptionImpl ExpressionElementImpl FromClauseImpl GroupByImpl HasCTEImpl HasCacheKey" +
		" HasCacheKeyImpl InElementImpl IsCTEImpl JoinTargetImpl LabeledColumnExprImpl LimitOffsetImpl LiteralValueImpl OnClauseImpl Options" +
		" OrderByImpl ReturnsRowsImpl RoleImpl SelectStatementImpl StatementImpl StatementOptionImpl StrAsPlainColumnImpl" +
		" StrictFromClauseImpl TruncatedLabelImpl Visitable WhereHavingImpl ee_impl expect expect_as_key expect_col_expression_collection" +
		" impl name ",
	"sqlalchemy.sql.compiler": " Compiled CompilerState DDLCompiler ExpandedState FastIntFlag=util._FastIntFlag FromLinter GenericTypeCompiler IdentifierPreparer" +
		" InsertmanyvaluesSentinelOpts Linting NO_ARG ResultColumnsEntry SQLCompiler StrSQLCompiler StrSQLTypeCompiler TupleType" +
		" TypeCompiler ilike_case_insensitive quoted_name ",
	"sqlalchemy.sql.ddl": " AddConstraint BaseDDLElement ClauseElement CreateColumn CreateConstraint CreateIndex CreateSchema CreateSequence CreateTable DDL" +
		" DDLElement=ExecutableDDLElement DDLIf DDLIfCallable DropColumnComment DropConstraint DropConstraintComment DropIndex DropSchema" +
		" DropSequence DropTable DropTableComment Executable ExecutableDDLElement InvokeCreateDDLBase InvokeDDLBase InvokeDropDDLBase" +
		" SchemaDropper SchemaGenerator SchemaVisitor SetColumnComment SetConstraintComment SetTableComment sort_tables" +
		" sort_tables_and_constraints ",
	"sqlalchemy.sql.default_comparator": " BinaryExpression ClauseElement CollationClause CollectionAggregate ExpressionClauseList False_ Null OperatorExpression" +
		" OperatorType True_ UnaryExpression ",
	"sqlalchemy.sql.dml": " Alias BooleanClauseList ClauseElement ColumnClause ColumnCollection ColumnElement ColumnSet CompileState DMLState DMLWhereBase" +
		" Delete DeleteDMLState DialectKWArgs Executable ExecutableReturnsRows FromClause Generative HasCTE HasCompileState HasPrefixes" +
		" Insert InsertDMLState InternalTraversal Join Null NullType ReturningDelete ReturningInsert ReturningUpdate SelectLabelStyle" +
		" TableClause TypedReturnsRows Update UpdateBase UpdateDMLState ValuesBase ",
	"sqlalchemy.sql.elements": " Annotated AnnotatedColumnElement AsBoolean BinaryExpression BindParameter BooleanClauseList Case Cast ClauseElement ClauseList" +
		" CollationClause CollectionAggregate ColumnClause ColumnElement ColumnOperators CompilerColumnElement CompilerElement" +
		" DQLDMLClauseElement Executable ExpressionClauseList ExternallyTraversible Extract False_ FunctionFilter Generative GroupedElement" +
		" Grouping HasCopyInternals HasMemoized=util.HasMemoized HasMemoized_ro_memoized_attribute=util.memoized_attribute Immutable" +
		" IndexExpression InternalTraversal KeyedColumnElement Label MemoizedHasCacheKey NO_ARG NO_CACHE NamedColumn Null OperatorExpression" +
		" Over RANGE_CURRENT RANGE_UNBOUNDED ReleaseSavepointClause RollbackToSavepointClause SQLColumnExpression SQLCoreOperations" +
		" SavepointClause SingletonConstant Slice SupportsWrappingAnnotations TableValuedColumn TextClause True_ TryCast Tuple TypeClause" +
		" TypeCoerce TypingOnly=util.TypingOnly UnaryExpression Visitable WithinGroup WrapsColumnExpression cloned_traverse conv" +
		" has_schema_attr is_quoted_name literal literal_column quoted_name traverse ",
	"sqlalchemy.sql.events": " DDLEvents SchemaEventTarget ",
	"sqlalchemy.sql.expression": " Alias AliasedReturnsRows BinaryExpression BindParameter BooleanClauseList CTE CacheKey Case Cast ClauseElement ClauseList" +
		" CollectionAggregate ColumnClause ColumnCollection ColumnElement ColumnOperators CompoundSelect Delete Executable Exists" +
		" ExpressionClauseList Extract False_ FromClause FromGrouping Function FunctionElement FunctionFilter GenerativeSelect Grouping" +
		" HasCTE HasPrefixes HasSuffixes Insert Join LABEL_STYLE_DEFAULT LABEL_STYLE_DISAMBIGUATE_ONLY LABEL_STYLE_NONE" +
		" LABEL_STYLE_TABLENAME_PLUS_COL Label LambdaElement Lateral Null Operators Over ReleaseSavepointClause ReturnsRows" +
		" RollbackToSavepointClause SQLColumnExpression SavepointClause ScalarSelect ScalarValues Select SelectBase SelectLabelStyle" +
		" Selectable StatementLambdaElement Subquery TableClause TableSample TableValuedAlias TextAsFrom=TextualSelect TextClause" +
		" TextualSelect True_ TryCast Tuple TypeClause TypeCoerce UnaryExpression Update UpdateBase Values ValuesBase Visitable WithinGroup" +
		" alias all_ and_ any_ asc between bindparam bitwise_not case cast collate column cte custom_op delete desc distinct except_" +
		" except_all exists extract false func funcfilter insert intersect intersect_all join label lambda_stmt lateral literal" +
		" literal_column modifier not_ null nulls_first nulls_last nullsfirst=nulls_first nullslast=nulls_last or_ outerjoin outparam over" +
		" quoted_name select table tablesample text true try_cast tuple_ type_coerce union union_all update values within_group ",
	"sqlalchemy.sql.functions": " AnsiFunction BinaryExpression BindParameter Cast ClauseList ColumnCollection ColumnElement Executable Extract FromClause Function" +
		" FunctionAsBinary FunctionElement FunctionFilter Generative GenericFunction Grouping HasMemoized=util.HasMemoized InternalTraversal" +
		" NamedColumn OrderedSetAgg Over ReturnTypeFromArgs ReturnTypeFromOptionalArgs ScalarFunctionColumn Select TableValueType" +
		" TableValuedAlias TypeEngine WithinGroup aggregate_strings array_agg char_length coalesce concat count cube cume_dist current_date" +
		" current_time current_timestamp current_user dense_rank func grouping_sets literal_column localtime localtimestamp max min mode" +
		" modifier next_value now percent_rank percentile_cont percentile_disc random rank register_function rollup session_user sum sysdate" +
		" user ",
	"sqlalchemy.sql.naming": " CheckConstraint Column Constraint ConventionDict ForeignKeyConstraint Index PrimaryKeyConstraint Table UniqueConstraint conv ",
	"sqlalchemy.sql.operators": " ColumnOperators OperatorType Operators all_op any_op as_ asc_op between_op bitwise_and_op bitwise_lshift_op bitwise_not_op" +
		" bitwise_or_op bitwise_rshift_op bitwise_xor_op collate comma_op commutative_op comparison_op concat_op contains_op custom_op" +
		" desc_op distinct_op endswith_op exists filter_op from_ function_as_comparison_op icontains_op iendswith_op ilike_op in_op is_" +
		" is_associative is_boolean is_commutative is_comparison is_distinct_from is_false is_natural_self_precedent is_not" +
		" is_not_distinct_from is_order_by_modifier is_ordering_modifier is_precedent is_true isfalse=is_false isnot=is_not" +
		" isnot_distinct_from=is_not_distinct_from istartswith_op istrue=is_true json_getitem_op json_path_getitem_op like_op match_op" +
		" mirror not_between_op not_contains_op not_endswith_op not_icontains_op not_iendswith_op not_ilike_op not_in_op not_istartswith_op" +
		" not_like_op not_match_op not_regexp_match_op not_startswith_op notbetween_op=not_between_op notcontains_op=not_contains_op" +
		" notendswith_op=not_endswith_op notilike_op=not_ilike_op notin_op=not_in_op notlike_op=not_like_op notmatch_op=not_match_op" +
		" notstartswith_op=not_startswith_op nulls_first_op nulls_last_op nullsfirst_op=nulls_first_op nullslast_op=nulls_last_op op" +
		" regexp_match_op regexp_replace_op startswith_op ",
	"sqlalchemy.sql.roles": " AllowsLambdaRole AnonymizedFromClauseRole BinaryElementRole ByOfRole ColumnArgumentOrKeyRole ColumnArgumentRole ColumnListRole" +
		" ColumnsClauseRole CompoundElementRole ConstExprRole DDLConstraintColumnRole DDLExpressionRole DDLReferredColumnRole DDLRole" +
		" DMLColumnRole DMLRole DMLSelectRole DMLTableRole ExecutableOptionRole ExpressionElementRole FromClauseRole GroupByRole HasCTERole" +
		" HasCacheKeyRole InElementRole IsCTERole JoinTargetRole LabeledColumnExprRole LimitOffsetRole LiteralValueRole OnClauseRole" +
		" OrderByRole ReturnsRowsRole SQLRole SelectStatementRole StatementOptionRole StatementRole StrAsPlainColumnRole" +
		" StrictFromClauseRole StringRole StructuralRole TruncatedLabelRole TypedColumnsClauseRole UsesInspection WhereHavingRole ",
	"sqlalchemy.sql.schema": " BLANK_SCHEMA CallableColumnDefault CheckConstraint ClauseElement Column ColumnClause ColumnCollectionConstraint" +
		" ColumnCollectionMixin ColumnDefault ColumnElement ColumnElementColumnDefault Computed Constraint DedupeColumnCollection" +
		" DefaultClause DefaultGenerator DialectKWArgs Executable ExternallyTraversible FetchedValue ForeignKey ForeignKeyConstraint" +
		" HasConditionalDDL HasMemoized=util.HasMemoized HasSchemaAttr Identity IdentityOptions Index MetaData NULL_UNSPECIFIED" +
		" PrimaryKeyConstraint RETAIN_SCHEMA ScalarElementColumnDefault SchemaConst SchemaEventTarget SchemaItem SchemaVisitable Sequence" +
		" Table TableClause TextClause UniqueConstraint insert_sentinel quoted_name to_instance ",
	"sqlalchemy.sql.selectable": " Alias AliasedReturnsRows Annotated AnnotatedFromClause BindParameter BooleanClauseList CTE CacheableOptions ClauseElement" +
		" ClauseList ColumnClause ColumnCollection ColumnElement ColumnSet CompileState CompoundSelect CompoundSelectState" +
		" DQLDMLClauseElement DedupeColumnCollection DialectKWArgs Executable ExecutableReturnsRows Exists ForUpdateArg FromClause" +
		" FromClauseAlias FromGrouping Generative GenerativeSelect GroupedElement HasCTE HasCompileState HasHints" +
		" HasMemoized=util.HasMemoized HasMemoized_ro_memoized_attribute=util.memoized_attribute HasPrefixes HasSuffixes Immutable" +
		" InternalTraversal Join LABEL_STYLE_DEFAULT LABEL_STYLE_DISAMBIGUATE_ONLY LABEL_STYLE_NONE LABEL_STYLE_TABLENAME_PLUS_COL Lateral" +
		" LateralFromClause NULLTYPE NamedFromClause NamedFromGrouping NoInit OperatorType ReturnsRows ScalarSelect ScalarValues Select" +
		" SelectBase SelectLabelStyle SelectState SelectStatementGrouping Selectable SelectsRows Subquery SupportsCloneAnnotations" +
		" TableClause TableSample TableValuedAlias TableValuedColumn TextAsFrom=TextualSelect TextualSelect TypedReturnsRows UnaryExpression" +
		" Values elem literal_column ",
	"sqlalchemy.sql.sqltypes": " ARRAY BIGINT BINARY BLOB BOOLEAN BOOLEANTYPE BigInteger Boolean CHAR CLOB Concatenable DATE DATETIME DATETIME_TIMEZONE DECIMAL" +
		" DOUBLE DOUBLE_PRECISION Date DateTime Double Emulated Enum FLOAT Float HasCacheKey HasExpressionLookup INDEXABLE=Indexable" +
		" INT=INTEGER INTEGER INTEGERTYPE Indexable Integer InternalTraversal Interval JSON LargeBinary MATCHTYPE MatchType NCHAR NO_ARG" +
		" NULLTYPE NUMERIC NUMERICTYPE NVARCHAR NativeForEmulated NullType Numeric PickleType REAL SMALLINT STRINGTYPE SchemaEventTarget" +
		" SchemaType Slice SmallInteger String TABLEVALUE TEXT TIME TIMESTAMP TIME_TIMEZONE TableValueType Text Time TupleType TypeDecorator" +
		" TypeEngine TypeEngineMixin UUID Unicode UnicodeText Uuid VARBINARY VARCHAR Variant is_literal=util.is_literal" +
		" is_pep695=util.is_pep695 quoted_name to_instance type_coerce=TypeCoerce warn_deprecated=util.warn_deprecated ",
	"sqlalchemy.sql.type_api": " BOOLEANTYPE CacheConst ColumnOperators Emulated ExternalType INDEXABLE=Indexable INTEGERTYPE MATCHTYPE NO_CACHE NULLTYPE" +
		" NUMERICTYPE NativeForEmulated STRINGTYPE SchemaEventTarget TABLEVALUE TypeDecorator TypeEngine TypeEngineMixin UserDefinedType" +
		" Variant Visitable adapt_type to_instance ",
	"sqlalchemy.sql.util": " Alias BindParameter ClauseAdapter ClauseElement Column ColumnAdapter ColumnClause ColumnElement FromClause FromGrouping Grouping" +
		" HasCacheKey Join KeyedColumnElement Label NamedColumn Null ScalarSelect SelectBase TableClause UnaryExpression" +
		" adapt_criterion_to_null bind_values clause_is_present criterion_as_pairs expand_column_list_from_order_by" +
		" extract_first_column_annotation find_join_source find_left_clause_that_matches_given find_left_clause_to_join_from find_tables" +
		" join_condition reduce_columns selectables_overlap sort_tables splice_joins surface_selectables surface_selectables_only" +
		" tables_from_leftmost unwrap_label_reference unwrap_order_by visit_binary_product ",
	"sqlalchemy.sql.visitors": " ClauseVisitor=ExternalTraversal CloningExternalTraversal CloningVisitor=CloningExternalTraversal" +
		" ExtendedInternalTraversal=InternalTraversal ExternalTraversal ExternallyTraversible HasTraversalDispatch HasTraverseInternals" +
		" InternalTraversal ReplacingCloningVisitor=ReplacingExternalTraversal ReplacingExternalTraversal Traversible=Visitable Visitable" +
		" cloned_traverse iterate replacement_traverse traverse traverse_using ",
	"sqlalchemy.types": " ARRAY BIGINT BINARY BLOB BOOLEAN BigInteger Boolean CHAR CLOB Concatenable DATE DATETIME DECIMAL DOUBLE DOUBLE_PRECISION Date" +
		" DateTime Double Enum ExternalType FLOAT Float INT=INTEGER INTEGER Indexable Integer Interval JSON LargeBinary MatchType NCHAR" +
		" NULLTYPE NUMERIC NVARCHAR NullType Numeric PickleType REAL SMALLINT STRINGTYPE SchemaType SmallInteger String TEXT TIME TIMESTAMP" +
		" Text Time TupleType TypeDecorator TypeEngine UUID Unicode UnicodeText UserDefinedType Uuid VARBINARY VARCHAR Variant adapt_type" +
		" to_instance ",
	"sqlalchemy.util": " EnsureKWArg=util.EnsureKWArg FacadeDict=util.FacadeDict FastIntFlag=util._FastIntFlag HasMemoized=util.HasMemoized" +
		" HasMemoized_ro_memoized_attribute=util.memoized_attribute LRUCache=util.LRUCache MemoizedSlots=util.MemoizedSlots" +
		" OrderedIdentitySet=util.OrderedIdentitySet OrderedProperties=util.OrderedProperties PluginLoader=util.PluginLoader" +
		" PopulateDict=util.PopulateDict Properties=util.Properties ReadOnlyProperties=util.ReadOnlyProperties" +
		" ScopedRegistry=util.ScopedRegistry ThreadLocalRegistry=util.ThreadLocalRegistry TypingOnly=util.TypingOnly" +
		" UniqueAppender=util.UniqueAppender WeakPopulateDict=util.WeakPopulateDict WeakSequence=util.WeakSequence" +
		" add_parameter_text=util.add_parameter_text as_interface=util.as_interface asbool=util.asbool asint=util.asint" +
		" assert_arg_type=util.assert_arg_type attrsetter=util.attrsetter await_fallback=util.await_fallback await_only=util.await_only" +
		" b=util.b b64decode=util.b64decode b64encode=util.b64encode became_legacy_20=util.became_legacy_20 bool_or_str=util.bool_or_str" +
		" chop_traceback=util.chop_traceback class_hierarchy=util.class_hierarchy classproperty=util.classproperty" +
		" clsname_as_plain_name=util.clsname_as_plain_name cmp=util.cmp coerce_generator_arg=util.coerce_generator_arg" +
		" coerce_kw_type=util.coerce_kw_type coerce_to_immutabledict=util.coerce_to_immutabledict constructor_copy=util.constructor_copy" +
		" constructor_key=util.constructor_key counter=util.counter create_proxy_methods=util.create_proxy_methods" +
		" dataclass_fields=util.dataclass_fields decode_backslashreplace=util.decode_backslashreplace decode_slice=util.decode_slice" +
		" decorator=util.decorator deprecated=util.deprecated deprecated_cls=util.deprecated_cls deprecated_params=util.deprecated_params" +
		" dictlike_iteritems=util.dictlike_iteritems duck_type_collection=util.duck_type_collection ellipses_string=util.ellipses_string" +
		" find_matching_paren=util.find_matching_paren flatten_iterator=util.flatten_iterator format_argspec_init=util.format_argspec_init" +
		" format_argspec_plus=util.format_argspec_plus generic_fn_descriptor=util.generic_fn_descriptor generic_repr=util.generic_repr" +
		" get_annotations=util.get_annotations get_callable_argspec=util.get_callable_argspec get_cls_kwargs=util.get_cls_kwargs" +
		" get_func_kwargs=util.get_func_kwargs getargspec_init=util.getargspec_init greenlet_spawn=util.greenlet_spawn" +
		" has_compiled_ext=util.has_compiled_ext has_dupes=util.has_dupes has_intersection=util.has_intersection" +
		" hybridmethod=util.hybridmethod hybridproperty=util.hybridproperty inject_docstring_text=util.inject_docstring_text" +
		" inspect_getfullargspec=util.inspect_getfullargspec is_cancellation_exception=util.is_cancellation_exception" +
		" is_exit_exception=util.is_exit_exception is_non_string_iterable=util.is_non_string_iterable" +
		" iterate_attributes=util.iterate_attributes local_dataclass_fields=util.local_dataclass_fields map_bits=util.map_bits" +
		" md5_hex=util.md5_hex memoized_instancemethod=util.memoized_instancemethod memoized_property=util._memoized_property" +
		" merge_lists_w_ordering=util.merge_lists_w_ordering method_is_overridden=util.method_is_overridden" +
		" methods_equivalent=util.methods_equivalent monkeypatch_proxied_specials=util.monkeypatch_proxied_specials moved_20=util.moved_20" +
		" non_memoized_property=util._non_memoized_property only_once=util.only_once" +
		" parse_user_argument_for_enum=util.parse_user_argument_for_enum portable_instancemethod=util.portable_instancemethod" +
		" quoted_token_parser=util.quoted_token_parser ro_memoized_property=util._memoized_property" +
		" ro_non_memoized_property=util._non_memoized_property rw_hybridproperty=util.rw_hybridproperty safe_reraise=util.safe_reraise" +
		" set_creation_order=util.set_creation_order sort_dictionary=util._ordered_dictionary_sort" +
		" string_or_unprintable=util.string_or_unprintable strip_outer_parens=util.strip_outer_parens symbol=util.symbol" +
		" to_column_set=util.to_column_set to_list=util.to_list to_set=util.to_set" +
		" unbound_method_to_callable=util.unbound_method_to_callable update_copy=util.update_copy walk_subclasses=util.walk_subclasses" +
		" warn=util.warn warn_deprecated=util.warn_deprecated warn_exception=util.warn_exception warn_limited=util.warn_limited" +
		" wrap_callable=util.wrap_callable ",
	"sqlalchemy.util.compat": " FullArgSpec=util.FullArgSpec b=util.b b64decode=util.b64decode b64encode=util.b64encode cmp=util.cmp" +
		" dataclass_fields=util.dataclass_fields decode_backslashreplace=util.decode_backslashreplace get_annotations=util.get_annotations" +
		" importlib_metadata_get=util.importlib_metadata_get inspect_formatargspec=util.inspect_formatargspec" +
		" inspect_getfullargspec=util.inspect_getfullargspec local_dataclass_fields=util.local_dataclass_fields" +
		" md5_not_for_security=util.md5_not_for_security wait_for=util.wait_for ",
	"sqlalchemy.util.concurrency": " AsyncAdaptedLock=util.AsyncAdaptedLock await_fallback=util.await_fallback await_only=util.await_only" +
		" greenlet_spawn=util.greenlet_spawn in_greenlet=util.in_greenlet is_cancellation_exception=util.is_cancellation_exception" +
		" is_exit_exception=util.is_exit_exception ",
	"sqlalchemy.util.deprecations": " became_legacy_20=util.became_legacy_20 decorator=util.decorator deprecated=util.deprecated deprecated_cls=util.deprecated_cls" +
		" deprecated_params=util.deprecated_params inject_docstring_text=util.inject_docstring_text inject_param_text=util.inject_param_text" +
		" moved_20=util.moved_20 warn_deprecated=util.warn_deprecated warn_deprecated_limited=util.warn_deprecated_limited ",
	"sqlalchemy.util.langhelpers": " EnsureKWArg=util.EnsureKWArg FastIntFlag=util._FastIntFlag HasMemoized=util.HasMemoized" +
		" HasMemoized_ro_memoized_attribute=util.memoized_attribute MemoizedSlots=util.MemoizedSlots Missing=util.Missing" +
		" PluginLoader=util.PluginLoader TypingOnly=util.TypingOnly add_parameter_text=util.add_parameter_text" +
		" as_interface=util.as_interface asbool=util.asbool asint=util.asint assert_arg_type=util.assert_arg_type attrsetter=util.attrsetter" +
		" bool_or_str=util.bool_or_str chop_traceback=util.chop_traceback class_hierarchy=util.class_hierarchy" +
		" classproperty=util.classproperty clsname_as_plain_name=util.clsname_as_plain_name coerce_kw_type=util.coerce_kw_type" +
		" constructor_copy=util.constructor_copy constructor_key=util.constructor_key counter=util.counter" +
		" create_proxy_methods=util.create_proxy_methods decode_slice=util.decode_slice decorator=util.decorator" +
		" dictlike_iteritems=util.dictlike_iteritems duck_type_collection=util.duck_type_collection ellipses_string=util.ellipses_string" +
		" find_matching_paren=util.find_matching_paren format_argspec_init=util.format_argspec_init" +
		" format_argspec_plus=util.format_argspec_plus generic_fn_descriptor=util.generic_fn_descriptor generic_repr=util.generic_repr" +
		" get_callable_argspec=util.get_callable_argspec get_cls_kwargs=util.get_cls_kwargs get_func_kwargs=util.get_func_kwargs" +
		" getargspec_init=util.getargspec_init has_compiled_ext=util.has_compiled_ext hybridmethod=util.hybridmethod" +
		" hybridproperty=util.hybridproperty inject_docstring_text=util.inject_docstring_text inject_param_text=util.inject_param_text" +
		" iterate_attributes=util.iterate_attributes map_bits=util.map_bits md5_hex=util.md5_hex" +
		" memoized_instancemethod=util.memoized_instancemethod memoized_property=util._memoized_property" +
		" method_is_overridden=util.method_is_overridden methods_equivalent=util.methods_equivalent" +
		" monkeypatch_proxied_specials=util.monkeypatch_proxied_specials non_memoized_property=util._non_memoized_property" +
		" only_once=util.only_once parse_user_argument_for_enum=util.parse_user_argument_for_enum" +
		" portable_instancemethod=util.portable_instancemethod quoted_token_parser=util.quoted_token_parser" +
		" repr_tuple_names=util.repr_tuple_names ro_memoized_property=util._memoized_property" +
		" ro_non_memoized_property=util._non_memoized_property rw_hybridproperty=util.rw_hybridproperty safe_reraise=util.safe_reraise" +
		" set_creation_order=util.set_creation_order string_or_unprintable=util.string_or_unprintable" +
		" strip_outer_parens=util.strip_outer_parens symbol=util.symbol tag_method_for_warnings=util.tag_method_for_warnings" +
		" unbound_method_to_callable=util.unbound_method_to_callable walk_subclasses=util.walk_subclasses warn=util.warn" +
		" warn_exception=util.warn_exception warn_limited=util.warn_limited wrap_callable=util.wrap_callable ",
	"sqlalchemy.util.topological": " CircularDependencyError=exc.CircularDependencyError find_cycles=util.find_cycles sort=util.sort" +
		" sort_as_subsets=util.sort_as_subsets ",
	"sqlalchemy.util.typing": " ArgsTypeProtocol=util.ArgsTypeProtocol CallableReference=util.CallableReference DescriptorProto=util.DescriptorProto" +
		" DescriptorReference=util.DescriptorReference GenericProtocol=util.GenericProtocol RODescriptorReference=util.RODescriptorReference" +
		" SupportsKeysAndGetItem=util.SupportsKeysAndGetItem de_optionalize_union_types=util.de_optionalize_union_types" +
		" de_stringify_annotation=util.de_stringify_annotation eval_expression=util.eval_expression eval_name_only=util.eval_name_only" +
		" fixup_container_fwd_refs=util.fixup_container_fwd_refs flatten_newtype=util.flatten_newtype includes_none=util.includes_none" +
		" is_a_type=util.is_a_type is_fwd_none=util.is_fwd_none is_fwd_ref=util.is_fwd_ref is_generic=util.is_generic" +
		" is_literal=util.is_literal is_newtype=util.is_newtype is_non_string_iterable=util.is_non_string_iterable" +
		" is_origin_of=util.is_origin_of is_origin_of_cls=util.is_origin_of_cls is_pep593=util.is_pep593 is_pep695=util.is_pep695" +
		" is_union=util.is_union make_union_type=util.make_union_type pep695_values=util.pep695_values" +
		" resolve_name_to_real_class_name=util.resolve_name_to_real_class_name ",
}
