package pysa

import (
	"github.com/mrt-tools/mrt/opshim/sqlgen"
	"github.com/mrt-tools/mrt/pyrt"
)

// dialectFlags are the attributes of dialect objects that change what is written.
var dialectFlags = []string{"supports_native_enum", "supports_native_uuid", "supports_comments", "inline_comments", "insert_returning",
	"implicit_returning", "postfetch_lastrowid", "supports_sequences", "sequences_optional", "supports_default_values", "supports_empty_insert",
	"supports_default_metavalue", "supports_multivalues_insert", "div_is_floordiv", "cte_follows_insert", "tuple_in_values",
	"supports_identity_columns", "supports_alter", "_backslash_escapes", "insert_null_pk_still_autoincrements", "supports_virtual_generated_columns", "_supports_jsonb_subscripting",
	"_supports_drop_index_concurrently", "_supports_create_index_concurrently"}

// dialectLimits are the lengths, None being no limit of that kind.
var dialectLimits = []string{"max_identifier_length", "max_index_name_length", "max_constraint_name_length"}

// unsettable are attributes that would change what is written, too, but are not
// heeded: setting one fails.
var unsettable = []string{"update_returning", "delete_returning", "update_returning_multifrom", "delete_returning_multifrom",
	"supports_is_distinct_from", "supports_for_update_of", "requires_name_normalize", "supports_simple_order_by_label", "label_length",
	"use_insertmanyvalues", "supports_native_decimal", "supports_constraint_comments", "_supports_nulls_distinct", "_supports_offsets_as_subqueries",
	"include_set_input_sizes", "implicit_offset"}

// ownParts are the classes and tables that a dialect class of a script's own may
// bring; they are not used, so that such a dialect is refused.
var ownParts = []string{"ddl_compiler", "statement_compiler", "type_compiler_cls", "preparer", "colspecs", "execution_ctx_cls"}

// ownCompilers refuses a dialect with compilers of its own.
func ownCompilers(t *pyrt.Thread, o *pyrt.Object) error {
	for _, name := range ownParts {
		own := o.Class.Lookup(name) != nil
		if !own && o.Dict != nil {
			_, own = o.Dict.GetStr(name)
		}
		if own {
			return unsupported("a dialect class with a %s of its own", name)
		}
	}
	return nil
}

// dialectFacts are the attributes that sqlgen knows as facts of a dialect.
func dialectFacts(of func(pyrt.Value) *sqlgen.Dialect) []pyrt.Member {
	var out []pyrt.Member
	for _, name := range dialectFlags {
		out = append(out, pyrt.Accessor(name, func(_ *pyrt.Thread, self pyrt.Value) (pyrt.Value, error) {
			on, _ := of(self).Flag(name)
			return pyrt.Bool(on), nil
		}, func(t *pyrt.Thread, self, v pyrt.Value) error {
			on, err := pyrt.Truth(t, v)
			if err == nil && !of(self).SetFlag(name, on) {
				return unsupported("setting dialect.%s", name)
			}
			return err
		}))
	}
	for _, name := range dialectLimits {
		out = append(out, pyrt.Accessor(name, func(_ *pyrt.Thread, self pyrt.Value) (pyrt.Value, error) {
			if n, _ := of(self).Limit(name); n > 0 {
				return pyrt.Int(n), nil
			}
			return pyrt.None, nil
		}, func(_ *pyrt.Thread, self, v pyrt.Value) error {
			n, ok := pyrt.AsInt(v)
			if !ok && v != pyrt.None || !of(self).SetLimit(name, int(n)) {
				return unsupported("setting dialect.%s", name)
			}
			return nil
		}))
	}
	for _, name := range unsettable {
		out = append(out, pyrt.Accessor(name, func(*pyrt.Thread, pyrt.Value) (pyrt.Value, error) {
			return nil, unsupported("dialect.%s", name)
		}, func(*pyrt.Thread, pyrt.Value, pyrt.Value) error { return unsupported("setting dialect.%s", name) }))
	}
	return out
}
