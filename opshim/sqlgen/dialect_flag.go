package sqlgen

// flags finds the facts of a dialect that its Python object has as attributes,
// by their names there.
func (t *traits) flags() map[string]*bool {
	return map[string]*bool{
		"supports_native_enum": &t.nativeEnum, "supports_native_uuid": &t.nativeUUID, "supports_comments": &t.comments,
		"inline_comments": &t.inlineComments, "insert_returning": &t.insertReturning, "implicit_returning": &t.insertReturning,
		"postfetch_lastrowid": &t.postfetchLastrow, "supports_sequences": &t.sequences, "sequences_optional": &t.sequencesOptional,
		"supports_default_values": &t.defaultValues, "supports_empty_insert": &t.emptyInsert, "supports_default_metavalue": &t.defaultMetavalue,
		"supports_multivalues_insert": &t.multiInsert, "div_is_floordiv": &t.floorDiv, "cte_follows_insert": &t.cteFollowsInsert,
		"tuple_in_values": &t.tupleInValues, "supports_identity_columns": &t.identity, "supports_alter": &t.alter,
		"_backslash_escapes": &t.backslash, "insert_null_pk_still_autoincrements": &t.nullPKIncrements,
		"supports_virtual_generated_columns": &t.virtualComputed, "_supports_jsonb_subscripting": &t.subscripts,
		"_supports_drop_index_concurrently": &t.dropConcurrently, "_supports_create_index_concurrently": &t.createConcurrently,
	}
}

// limits finds the numbers of a dialect, like flags. 0 stands for None.
func (t *traits) limits() map[string]*int {
	return map[string]*int{"max_identifier_length": &t.maxIdentifier, "max_index_name_length": &t.maxIndex, "max_constraint_name_length": &t.maxName}
}

// Flag is a fact of the dialect by the name of its attribute in Python; ok is
// false when there is none of that name.
func (d *Dialect) Flag(name string) (on, ok bool) {
	t := d.traits()
	if p := t.flags()[name]; p != nil {
		return *p, true
	}
	return false, false
}

// SetFlag changes a fact; it reports whether there is one of that name.
func (d *Dialect) SetFlag(name string, on bool) bool {
	t := d.traits()
	p := t.flags()[name]
	if p == nil {
		return false
	}
	*p = on
	d.own = &t
	return true
}

// Limit is a length limit by the name of its attribute in Python; 0 stands for
// None.
func (d *Dialect) Limit(name string) (n int, ok bool) {
	t := d.traits()
	if p := t.limits()[name]; p != nil {
		return *p, true
	}
	return 0, false
}

// SetLimit changes a length limit; it reports whether there is one of that name.
func (d *Dialect) SetLimit(name string, n int) bool {
	t := d.traits()
	p := t.limits()[name]
	if p == nil {
		return false
	}
	*p = n
	d.own = &t
	return true
}
