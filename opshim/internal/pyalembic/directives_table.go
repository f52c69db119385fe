package pyalembic

import (
	"github.com/mrt-tools/mrt/opshim/op"
	"github.com/mrt-tools/mrt/pyrt"
)

// A directive is one function of op, and its relatives: the method of batch_op
// and the class in alembic.operations.ops.
type directive struct {
	name string
	// params and batch are the parameters of the function and of the batch
	// method; batch is "-" where there is none.
	params, batch string
	// class is the operation class, init its parameters; attrs are its
	// attributes as attribute=parameter where the two names differ from those
	// of params.
	class, init string
	attrs       map[string]string
	// build makes the op. The value is what the directive returns; nil is None.
	build func(c *call) (op.Op, pyrt.Value, error)
}

func directiveTable() []*directive {
	return []*directive{
		{name: "create_table", params: "table_name, *columns, if_not_exists=None, **kw", batch: "-",
			class: "CreateTableOp", init: "table_name, columns, *, schema=None, if_not_exists=None, _namespace_metadata=None, _constraints_included=False, **kw",
			build: buildCreateTable},
		{name: "drop_table", params: "table_name, *, schema=None, if_exists=None, **kw", batch: "-",
			class: "DropTableOp", init: "table_name, *, schema=None, if_exists=None, table_kw=None, _reverse=None",
			build: buildDropTable},
		{name: "rename_table", params: "old_table_name, new_table_name, *, schema=None", batch: "-",
			class: "RenameTableOp", init: "old_table_name, new_table_name, *, schema=None",
			attrs: map[string]string{"table_name": "old_table_name"},
			build: buildRenameTable},
		{name: "add_column", params: "table_name, column, *, schema=None, if_not_exists=None, inline_references=None, inline_primary_key=None",
			batch: "column, *, insert_before=None, insert_after=None, if_not_exists=None, inline_references=None, inline_primary_key=None",
			class: "AddColumnOp", init: "table_name, column, *, schema=None, if_not_exists=None, inline_references=None, inline_primary_key=None, **kw",
			build: buildAddColumn},
		{name: "drop_column", params: "table_name, column_name, *, schema=None, **kw", batch: "column_name, **kw",
			class: "DropColumnOp", init: "table_name, column_name, *, schema=None, if_exists=None, _reverse=None, **kw",
			build: buildDropColumn},
		{name: "alter_column",
			params: "table_name, column_name, *, nullable=None, comment=False, server_default=False, new_column_name=None, type_=None, existing_type=None, existing_server_default=False, existing_nullable=None, existing_comment=None, schema=None, **kw",
			batch:  "column_name, *, nullable=None, comment=False, server_default=False, new_column_name=None, type_=None, existing_type=None, existing_server_default=False, existing_nullable=None, existing_comment=None, insert_before=None, insert_after=None, **kw",
			class:  "AlterColumnOp", init: "table_name, column_name, *, schema=None, existing_type=None, existing_server_default=False, existing_nullable=None, existing_comment=None, modify_nullable=None, modify_comment=False, modify_server_default=False, modify_name=None, modify_type=None, **kw",
			attrs: map[string]string{"modify_nullable": "nullable", "modify_comment": "comment", "modify_server_default": "server_default",
				"modify_name": "new_column_name", "modify_type": "type_"},
			build: buildAlterColumn},
		{name: "create_index", params: "index_name, table_name, columns, *, schema=None, unique=False, if_not_exists=None, **kw", batch: "index_name, columns, **kw",
			class: "CreateIndexOp", init: "index_name, table_name, columns, *, schema=None, unique=False, if_not_exists=None, **kw",
			build: buildCreateIndex},
		{name: "drop_index", params: "index_name, table_name=None, *, schema=None, if_exists=None, **kw", batch: "index_name, **kw",
			class: "DropIndexOp", init: "index_name, table_name=None, *, schema=None, if_exists=None, _reverse=None, **kw",
			build: buildDropIndex},
		{name: "create_primary_key", params: "constraint_name, table_name, columns, *, schema=None", batch: "constraint_name, columns",
			class: "CreatePrimaryKeyOp", init: "constraint_name, table_name, columns, *, schema=None, **kw",
			build: buildCreatePrimaryKey},
		{name: "create_unique_constraint", params: "constraint_name, table_name, columns, *, schema=None, **kw", batch: "constraint_name, columns, **kw",
			class: "CreateUniqueConstraintOp", init: "constraint_name, table_name, columns, *, schema=None, **kw",
			build: buildCreateUnique},
		{name: "create_foreign_key",
			params: "constraint_name, source_table, referent_table, local_cols, remote_cols, *, onupdate=None, ondelete=None, deferrable=None, initially=None, match=None, source_schema=None, referent_schema=None, **dialect_kw",
			batch:  "constraint_name, referent_table, local_cols, remote_cols, *, referent_schema=None, onupdate=None, ondelete=None, deferrable=None, initially=None, match=None, **dialect_kw",
			class:  "CreateForeignKeyOp", init: "constraint_name, source_table, referent_table, local_cols, remote_cols, **kw",
			build: buildCreateForeignKey},
		{name: "create_check_constraint", params: "constraint_name, table_name, condition, *, schema=None, **kw", batch: "constraint_name, condition, **kw",
			class: "CreateCheckConstraintOp", init: "constraint_name, table_name, condition, *, schema=None, **kw",
			build: buildCreateCheck},
		{name: "create_exclude_constraint", params: "constraint_name, table_name, *elements, **kw", batch: "constraint_name, *elements, **kw",
			class: "CreateExcludeConstraintOp", init: "constraint_name, table_name, elements, *, where=None, schema=None, _orig_constraint=None, **kw",
			build: buildCreateExclude},
		{name: "drop_constraint", params: "constraint_name, table_name, type_=None, *, schema=None, if_exists=None", batch: "constraint_name, type_=None",
			class: "DropConstraintOp", init: "constraint_name, table_name, type_=None, *, schema=None, if_exists=None, _reverse=None",
			attrs: map[string]string{"constraint_type": "type_"},
			build: buildDropConstraint},
		{name: "create_table_comment", params: "table_name, comment, *, existing_comment=None, schema=None", batch: "comment, *, existing_comment=None",
			class: "CreateTableCommentOp", init: "table_name, comment, *, schema=None, existing_comment=None",
			build: buildCreateTableComment},
		{name: "drop_table_comment", params: "table_name, *, existing_comment=None, schema=None", batch: "*, existing_comment=None",
			class: "DropTableCommentOp", init: "table_name, *, schema=None, existing_comment=None",
			build: buildDropTableComment},
		{name: "bulk_insert", params: "table, rows, *, multiinsert=True", batch: "-",
			class: "BulkInsertOp", init: "table, rows, *, multiinsert=True",
			build: buildBulkInsert},
		{name: "execute", params: "sqltext, *, execution_options=None", batch: "sqltext, *, execution_options=None",
			class: "ExecuteSQLOp", init: "sqltext, *, execution_options=None",
			build: buildExecute},
	}
}
