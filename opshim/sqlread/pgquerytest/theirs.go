package pgquerytest

import (
	"strings"

	pg "github.com/pganalyze/pg_query_go/v6"
)

// theirs is the same line as ours gives, from PostgreSQL's own tree.
func theirs(n *pg.Node) string {
	switch {
	case n.GetCreateStmt() != nil:
		st := n.GetCreateStmt()
		var cols []string
		for _, e := range st.TableElts {
			if c := e.GetColumnDef(); c != nil {
				cols = append(cols, c.Colname)
			}
		}
		return "create table " + name(st.Relation) + " (" + strings.Join(cols, ", ") + ")"
	case n.GetCreateTableAsStmt() != nil:
		st := n.GetCreateTableAsStmt()
		if st.Objtype == pg.ObjectType_OBJECT_MATVIEW {
			return "create view " + name(st.Into.Rel)
		}
		return "create table " + name(st.Into.Rel) + " as"
	case n.GetAlterTableStmt() != nil:
		return alter(n.GetAlterTableStmt())
	case n.GetRenameStmt() != nil:
		return rename(n.GetRenameStmt())
	case n.GetIndexStmt() != nil:
		st := n.GetIndexStmt()
		var cols []string
		for _, p := range st.IndexParams {
			if c := p.GetIndexElem().Name; c != "" {
				cols = append(cols, c)
			} else {
				cols = append(cols, "?")
			}
		}
		return "create index " + st.Idxname + " on " + name(st.Relation) + unique(st.Unique) + " (" + strings.Join(cols, ", ") + ")"
	case n.GetViewStmt() != nil:
		return "create view " + name(n.GetViewStmt().View)
	case n.GetDropStmt() != nil:
		return drop(n.GetDropStmt())
	case n.GetInsertStmt() != nil:
		st := n.GetInsertStmt()
		var cols []string
		for _, c := range st.Cols {
			cols = append(cols, c.GetResTarget().Name)
		}
		return "insert " + name(st.Relation) + " (" + strings.Join(cols, ", ") + ")"
	case n.GetUpdateStmt() != nil:
		st := n.GetUpdateStmt()
		var cols []string
		for _, c := range st.TargetList {
			cols = append(cols, c.GetResTarget().Name)
		}
		return "update " + name(st.Relation) + " set " + strings.Join(cols, ", ")
	case n.GetDeleteStmt() != nil:
		return "delete " + name(n.GetDeleteStmt().Relation)
	}
	return other(n)
}

// other are statements of which only the kind, or the kind and a name, counts.
func other(n *pg.Node) string {
	switch {
	case n.GetSelectStmt() != nil:
		return "select"
	case n.GetDoStmt() != nil:
		return "do"
	case n.GetTruncateStmt() != nil:
		return "truncate " + name(n.GetTruncateStmt().Relations[0].GetRangeVar())
	case n.GetCommentStmt() != nil:
		return "comment on " + objectKind(n.GetCommentStmt().Objtype)
	case n.GetGrantStmt() != nil:
		if !n.GetGrantStmt().IsGrant {
			return "revoke"
		}
		return "grant"
	case n.GetCreateEnumStmt() != nil:
		st := n.GetCreateEnumStmt()
		return "create type " + list(st.TypeName) + " (" + strings.Join(texts(st.Vals), ", ") + ")"
	case n.GetAlterEnumStmt() != nil:
		return "alter type " + list(n.GetAlterEnumStmt().TypeName)
	case n.GetCreateFunctionStmt() != nil:
		return "create function " + list(n.GetCreateFunctionStmt().Funcname)
	case n.GetCreateTrigStmt() != nil:
		st := n.GetCreateTrigStmt()
		return "create trigger " + st.Trigname + " on " + name(st.Relation)
	case n.GetCreateSeqStmt() != nil:
		return "create sequence " + name(n.GetCreateSeqStmt().Sequence)
	case n.GetAlterSeqStmt() != nil:
		return "alter sequence " + name(n.GetAlterSeqStmt().Sequence)
	case n.GetCreateExtensionStmt() != nil:
		return "create extension " + n.GetCreateExtensionStmt().Extname
	case n.GetCreateSchemaStmt() != nil:
		return "create schema " + n.GetCreateSchemaStmt().Schemaname
	case n.GetCreateDomainStmt() != nil:
		return "create domain " + list(n.GetCreateDomainStmt().Domainname)
	case n.GetAlterDomainStmt() != nil:
		return "alter domain " + list(n.GetAlterDomainStmt().TypeName)
	case n.GetCreatePolicyStmt() != nil:
		return "create policy " + n.GetCreatePolicyStmt().PolicyName + " on " + name(n.GetCreatePolicyStmt().Table)
	case n.GetRefreshMatViewStmt() != nil:
		return "refresh " + name(n.GetRefreshMatViewStmt().Relation)
	case n.GetConstraintsSetStmt() != nil:
		return "set"
	case n.GetDefineStmt() != nil:
		return "create " + objectKind(n.GetDefineStmt().Kind) + " " + list(n.GetDefineStmt().Defnames)
	case n.GetVariableSetStmt() != nil:
		return "set"
	case n.GetTransactionStmt() != nil:
		return "transaction"
	case n.GetVacuumStmt() != nil, n.GetLockStmt() != nil, n.GetReindexStmt() != nil:
		return "no effect"
	}
	return "?"
}

func name(r *pg.RangeVar) string {
	if r == nil {
		return ""
	}
	if r.Schemaname == "" {
		return r.Relname
	}
	return r.Schemaname + "." + r.Relname
}

func texts(ns []*pg.Node) []string {
	var out []string
	for _, n := range ns {
		out = append(out, n.GetString_().GetSval())
	}
	return out
}

func list(ns []*pg.Node) string { return strings.Join(texts(ns), ".") }

// objectKind is the word for a kind of object.
func objectKind(k pg.ObjectType) string {
	s := strings.ToLower(strings.ReplaceAll(strings.TrimPrefix(k.String(), "OBJECT_"), "_", " "))
	switch s {
	case "matview":
		return "materialized view"
	case "procedure":
		return "function"
	case "tabconstraint":
		return "constraint"
	}
	return s
}

func drop(st *pg.DropStmt) string {
	kind := objectKind(st.RemoveType)
	var names []string
	for _, o := range st.Objects {
		switch {
		case o.GetList() != nil:
			parts := texts(o.GetList().Items)
			if kind == "trigger" || kind == "policy" || kind == "rule" {
				parts = parts[len(parts)-1:]
			}
			names = append(names, strings.Join(parts, "."))
		case o.GetTypeName() != nil:
			names = append(names, list(o.GetTypeName().Names))
		case o.GetObjectWithArgs() != nil:
			names = append(names, list(o.GetObjectWithArgs().Objname))
		default:
			names = append(names, o.GetString_().GetSval())
		}
	}
	return "drop " + kind + " " + strings.Join(names, ", ")
}

func rename(st *pg.RenameStmt) string {
	switch st.RenameType {
	case pg.ObjectType_OBJECT_COLUMN:
		return "alter table " + name(st.Relation) + "; rename column " + st.Subname + " to " + st.Newname
	case pg.ObjectType_OBJECT_TABLE:
		return "alter table " + name(st.Relation) + "; rename to " + st.Newname
	case pg.ObjectType_OBJECT_TABCONSTRAINT:
		return "alter table " + name(st.Relation) + "; rename constraint " + st.Subname + " to " + st.Newname
	case pg.ObjectType_OBJECT_TYPE:
		return "alter type " + list(st.Object.GetList().GetItems())
	}
	return "alter " + objectKind(st.RenameType) + " " + name(st.Relation)
}

func alter(st *pg.AlterTableStmt) string {
	if st.Objtype != pg.ObjectType_OBJECT_TABLE {
		return "alter " + objectKind(st.Objtype) + " " + name(st.Relation)
	}
	s := "alter table " + name(st.Relation)
	for _, n := range st.Cmds {
		s += command(n.GetAlterTableCmd())
	}
	return s
}

func command(c *pg.AlterTableCmd) string {
	switch c.Subtype {
	case pg.AlterTableType_AT_AddColumn:
		return "; add column " + c.Def.GetColumnDef().Colname
	case pg.AlterTableType_AT_DropColumn:
		return "; drop column " + c.Name
	case pg.AlterTableType_AT_AlterColumnType:
		return "; type " + c.Name
	case pg.AlterTableType_AT_SetNotNull:
		return "; set not null " + c.Name
	case pg.AlterTableType_AT_DropNotNull:
		return "; drop not null " + c.Name
	case pg.AlterTableType_AT_ColumnDefault:
		return "; default " + c.Name
	case pg.AlterTableType_AT_DropConstraint:
		return "; drop constraint " + c.Name
	case pg.AlterTableType_AT_AddConstraint:
		k := c.Def.GetConstraint()
		kind := map[pg.ConstrType]string{pg.ConstrType_CONSTR_PRIMARY: "primary", pg.ConstrType_CONSTR_UNIQUE: "unique", pg.ConstrType_CONSTR_FOREIGN: "foreign",
			pg.ConstrType_CONSTR_CHECK: "check", pg.ConstrType_CONSTR_EXCLUSION: "exclude"}[k.Contype]
		cols := texts(k.Keys)
		if k.Contype == pg.ConstrType_CONSTR_FOREIGN {
			cols = texts(k.FkAttrs)
		}
		return "; add constraint " + k.Conname + " " + kind + " (" + strings.Join(cols, ", ") + ")"
	}
	return "; other"
}
