package pgdb

// outside is the condition that a namespace n is neither the system's nor temporary.
const outside = " n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast') AND n.nspname NOT LIKE 'pg\\_temp%' AND n.nspname NOT LIKE 'pg\\_toast\\_temp%' "

// own is the condition that an object does not belong to an extension.
func own(catalog, oid string) string {
	return " NOT EXISTS (SELECT 1 FROM pg_depend e WHERE e.classid = '" + catalog + "'::regclass AND e.objid = " + oid + " AND e.deptype = 'e') "
}

// queries read what most databases have, for a version of the server. Each
// returns rows of texts; inspect knows their order.
func queries(version int) [others + 1]string {
	compression := "NULL"
	if version >= 14 {
		compression = "CASE a.attcompression WHEN 'p' THEN 'pglz' WHEN 'l' THEN 'lz4' END"
	}
	multi := ""
	if version >= 14 {
		multi = " OR r.rngmultitypid = t.oid"
	}
	notNull, ofDomain := notNulls(version)
	enforced := "true"
	if version >= 18 {
		enforced = "k.conenforced"
	}
	return [...]string{
		tables: `SELECT c.oid, n.nspname, c.relname, c.relkind, c.relpersistence, ` + sorted("c.reloptions") + `, pg_get_userbyid(c.relowner),
 CASE WHEN c.relrowsecurity THEN 'enabled' END, CASE WHEN c.relforcerowsecurity THEN 'forced' END, CASE c.relreplident WHEN 'f' THEN 'full' WHEN 'n' THEN 'nothing' WHEN 'i' THEN 'index ' || coalesce((SELECT x.relname FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid WHERE i.indrelid = c.oid AND i.indisreplident), 'that is gone') END,
 (SELECT spcname FROM pg_tablespace s WHERE s.oid = c.reltablespace), obj_description(c.oid, 'pg_class'), ` + sorted("coalesce(c.relacl, acldefault('r', c.relowner))") + `,
 CASE WHEN c.relkind = 'p' THEN pg_get_partkeydef(c.oid) END, pg_get_expr(c.relpartbound, c.oid),
 (SELECT string_agg(i.inhparent::regclass::text, ', ' ORDER BY i.inhseqno) FROM pg_inherits i WHERE i.inhrelid = c.oid),
 CASE WHEN c.relkind IN ('v', 'm') THEN pg_get_viewdef(c.oid) END, CASE WHEN c.relkind = 'm' AND NOT c.relispopulated THEN 'not populated' END,
 CASE WHEN c.relispartition THEN pg_get_partition_constraintdef(c.oid) END,
 NULLIF(c.reloftype, 0)::regtype, (SELECT amname FROM pg_am a WHERE a.oid = c.relam AND amname <> 'heap'), (SELECT ` + sorted("o.reloptions") + ` FROM pg_class o WHERE o.oid = c.reltoastrelid),
 (SELECT x.relname FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid WHERE i.indrelid = c.oid AND i.indisclustered)
 FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind IN ('r', 'p', 'f', 'v', 'm') AND` + outside + "AND" + own("pg_class", "c.oid") + "ORDER BY 2, 3",
		columns: `SELECT a.attrelid, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull, pg_get_expr(d.adbin, d.adrelid), a.attgenerated, a.attidentity,
 CASE WHEN a.attcollation <> t.typcollation THEN a.attcollation::regcollation::text END, CASE WHEN a.attstorage <> t.typstorage THEN a.attstorage::text END,
 col_description(a.attrelid, a.attnum), ` + sorted("a.attacl") + `, array_to_string(a.attoptions, ', '), CASE WHEN a.attstattarget >= 0 THEN a.attstattarget::text END,
 a.atttypid, a.atttypmod, CASE WHEN a.attinhcount > 0 AND NOT a.attislocal THEN 'inherited' END, array_to_string(a.attfdwoptions, ', '), ` + compression + `, ` + notNull.cells + `
 FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_type t ON t.oid = a.atttypid
 LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum` + notNull.join + `
 WHERE a.attnum > 0 AND NOT a.attisdropped AND c.relkind IN ('r', 'p', 'f', 'v', 'm') AND` + outside + "AND" + own("pg_class", "c.oid") + "ORDER BY a.attrelid, a.attnum",
		constraints: `SELECT k.conrelid, k.conname, k.contype, pg_get_constraintdef(k.oid), NOT k.convalidated, obj_description(k.oid, 'pg_constraint'),
 ARRAY(SELECT a.attname FROM unnest(k.conkey) WITH ORDINALITY u(num, ord) JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = u.num ORDER BY ord),
 fn.nspname, fc.relname, ARRAY(SELECT a.attname FROM unnest(k.confkey) WITH ORDINALITY u(num, ord) JOIN pg_attribute a ON a.attrelid = k.confrelid AND a.attnum = u.num ORDER BY ord),
 k.confdeltype, k.confupdtype, pg_get_expr(k.conbin, k.conrelid), CASE WHEN k.coninhcount > 0 AND NOT k.conislocal THEN 'yes' END,
 CASE WHEN k.contype IN ('p', 'u', 'x') THEN obj_description(k.conindid, 'pg_class') END, CASE WHEN k.contype IN ('p', 'u', 'x') THEN (SELECT spcname FROM pg_tablespace s JOIN pg_class x ON x.reltablespace = s.oid WHERE x.oid = k.conindid) END,
 CASE WHEN k.contype IN ('p', 'u', 'x') THEN (SELECT ` + sorted("x.reloptions") + ` FROM pg_class x WHERE x.oid = k.conindid) END, ` + enforced + `
 FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
 LEFT JOIN pg_class fc ON fc.oid = k.confrelid LEFT JOIN pg_namespace fn ON fn.oid = fc.relnamespace
 WHERE k.contype IN ('p', 'u', 'c', 'f', 'x') AND NOT EXISTS (SELECT 1 FROM pg_constraint up WHERE up.oid = k.conparentid AND up.conrelid = k.conrelid) AND` + outside + "AND" + own("pg_class", "c.oid") + "ORDER BY k.conrelid, k.contype, k.conname",
		indexes: `SELECT i.indrelid, c.relname, i.indisunique, pg_get_indexdef(i.indexrelid), i.indisvalid, pg_get_expr(i.indpred, i.indrelid),
 ARRAY(SELECT pg_get_indexdef(i.indexrelid, s, true) FROM generate_series(1, i.indnkeyatts) s), obj_description(c.oid, 'pg_class'), (SELECT spcname FROM pg_tablespace s WHERE s.oid = c.reltablespace), (SELECT h.inhparent::regclass FROM pg_inherits h WHERE h.inhrelid = c.oid),
 array_to_string(ARRAY(SELECT u.attnum || ':' || u.attstattarget FROM pg_attribute u WHERE u.attrelid = i.indexrelid AND u.attstattarget >= 0 ORDER BY u.attnum), ', '), i.indexprs IS NOT NULL, i.indisready
 FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_class r ON r.oid = i.indrelid JOIN pg_namespace n ON n.oid = r.relnamespace
 WHERE NOT EXISTS (SELECT 1 FROM pg_constraint k WHERE k.conindid = i.indexrelid AND k.contype IN ('p', 'u', 'x')) AND` + outside + "AND" + own("pg_class", "r.oid") + "ORDER BY 1, 2",
		triggers: `SELECT t.tgrelid, t.tgname, pg_get_triggerdef(t.oid), t.tgenabled, obj_description(t.oid, 'pg_trigger') FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace
 WHERE NOT t.tgisinternal AND` + outside + "ORDER BY 1, 2",
		rules: `SELECT r.ev_class, r.rulename, pg_get_ruledef(r.oid), r.ev_enabled, obj_description(r.oid, 'pg_rewrite') FROM pg_rewrite r JOIN pg_class c ON c.oid = r.ev_class JOIN pg_namespace n ON n.oid = c.relnamespace
 WHERE r.rulename <> '_RETURN' AND` + outside + "ORDER BY 1, 2",
		policies: `SELECT p.polrelid, p.polname, CASE WHEN p.polpermissive THEN 'permissive' ELSE 'restrictive' END, p.polcmd, (SELECT string_agg(x, ', ' ORDER BY x) FROM (SELECT CASE r WHEN 0 THEN 'public' ELSE pg_get_userbyid(r) END AS x FROM unnest(p.polroles) r) y),
 pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid), obj_description(p.oid, 'pg_policy') FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid JOIN pg_namespace n ON n.oid = c.relnamespace WHERE` + outside + "ORDER BY 1, 2",
		types: `SELECT t.oid, t.typtype, t.typcategory, t.typname, n.nspname, t.typelem, t.typbasetype, t.typtypmod, (SELECT rngsubtype FROM pg_range r WHERE r.rngtypid = t.oid` + multi + `), t.typnotnull,
 ARRAY(SELECT enumlabel FROM pg_enum e WHERE e.enumtypid = t.oid ORDER BY enumsortorder), t.typdefault,
 ARRAY(SELECT pg_get_constraintdef(k.oid) || coalesce(' commented ' || quote_literal(obj_description(k.oid, 'pg_constraint')), '') || chr(1) || k.conname || chr(1) || pg_get_expr(k.conbin, 0) FROM pg_constraint k WHERE k.contypid = t.oid AND k.contype = 'c' ORDER BY k.conname),
 format_type(t.typbasetype, t.typtypmod), obj_description(t.oid, 'pg_type'), pg_get_userbyid(t.typowner), ` + outside + `AND` + own("pg_type", "t.oid") + `,
 CASE WHEN t.typtype = 'c' THEN (SELECT string_agg(quote_ident(a.attname) || ' ' || format_type(a.atttypid, a.atttypmod) || coalesce(' collate ' || NULLIF(a.attcollation, (SELECT typcollation FROM pg_type y WHERE y.oid = a.atttypid))::regcollation, '')
 || coalesce(' commented ' || quote_literal(col_description(a.attrelid, a.attnum)), ''), ', ' ORDER BY a.attnum) FROM pg_attribute a WHERE a.attrelid = t.typrelid AND a.attnum > 0 AND NOT a.attisdropped) END,
 (SELECT relkind FROM pg_class c WHERE c.oid = t.typrelid), t.typcollation::regcollation::text, ` + sorted("coalesce(t.typacl, acldefault('T', t.typowner))") + `,
 CASE WHEN t.typtype = 'c' THEN ARRAY(SELECT a.attname || chr(1) || a.atttypid || chr(1) || a.atttypmod FROM pg_attribute a WHERE a.attrelid = t.typrelid AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum) END, ` + ofDomain + `
 FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace LEFT JOIN pg_class tc ON tc.oid = t.typrelid LEFT JOIN pg_type te ON te.oid = t.typelem LEFT JOIN pg_class ec ON ec.oid = te.typrelid
 WHERE (t.typrelid = 0 OR tc.relkind = 'c') AND (ec.relkind IS NULL OR ec.relkind = 'c' OR t.typelem = 0) AND` + outside + "ORDER BY n.nspname, t.typname",
		sequencesAll: `SELECT n.nspname, c.relname, format_type(s.seqtypid, NULL), s.seqstart, s.seqincrement, s.seqmin, s.seqmax, s.seqcache, s.seqcycle,
 (SELECT d.refobjid::regclass || '.' || a.attname FROM pg_depend d JOIN pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid WHERE d.objid = c.oid AND d.classid = 'pg_class'::regclass AND d.deptype IN ('a', 'i') LIMIT 1),
 (SELECT pn.nspname || '.' || pc.relname FROM pg_depend d JOIN pg_class pc ON pc.oid = d.refobjid JOIN pg_namespace pn ON pn.oid = pc.relnamespace WHERE d.objid = c.oid AND d.classid = 'pg_class'::regclass AND d.deptype IN ('a', 'i') LIMIT 1),
 coalesce(pg_sequence_last_value(c.oid), s.seqstart - s.seqincrement), obj_description(c.oid, 'pg_class'), ` + sorted("coalesce(c.relacl, acldefault('s', c.relowner))") + `, pg_get_userbyid(c.relowner), CASE WHEN c.relpersistence = 'u' THEN 'no' END
 FROM pg_sequence s JOIN pg_class c ON c.oid = s.seqrelid JOIN pg_namespace n ON n.oid = c.relnamespace WHERE` + outside + "AND" + own("pg_class", "c.oid") + "ORDER BY 1, 2",
		functions: `SELECT n.nspname, p.proname || '(' || pg_get_function_identity_arguments(p.oid) || ')', p.prokind, pg_get_function_arguments(p.oid), pg_get_function_result(p.oid), (SELECT lanname FROM pg_language l WHERE l.oid = p.prolang),
 CASE p.provolatile WHEN 'v' THEN NULL WHEN 's' THEN 'stable' ELSE 'immutable' END, CASE WHEN p.proisstrict THEN 'yes' END, CASE WHEN p.prosecdef THEN 'definer' END, CASE WHEN p.proleakproof THEN 'yes' END, CASE p.proparallel WHEN 'u' THEN NULL WHEN 's' THEN 'safe' ELSE 'restricted' END,
 p.procost, p.prorows, NULLIF(p.prosupport, 0)::regproc, array_to_string(p.proconfig, ', '), p.prosrc, p.probin, substring(pg_get_functiondef(p.oid) FROM '\n BEGIN ATOMIC.*|\nRETURN .*'), array_to_string(p.protrftypes::regtype[], ', '),
 pg_get_userbyid(p.proowner), ` + sorted("coalesce(p.proacl, acldefault('f', p.proowner))") + `, obj_description(p.oid, 'pg_proc') FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE p.prokind <> 'a' AND` + outside + "AND" + own("pg_proc", "p.oid") + "ORDER BY 1, 2",
		others: `SELECT 'schema', n.nspname, 0, ` + pairs("owner", "pg_get_userbyid(n.nspowner)", "privileges", sorted("coalesce(n.nspacl, acldefault('n', n.nspowner))"), "comment", described("n.oid", "pg_namespace")) + ` FROM pg_namespace n WHERE` + outside + "AND" + own("pg_namespace", "n.oid") + `
 UNION ALL SELECT 'extension', extname, 0, ` + pairs("version", "extversion", "schema", "n.nspname", "comment", described("x.oid", "pg_extension")) + ` FROM pg_extension x JOIN pg_namespace n ON n.oid = x.extnamespace`,
	}
}

// A part is what a query reads in addition: cells, and where they are from.
type part struct{ cells, join string }

// notNulls read NOT NULL as the constraint that it is: of domains from version
// 17 on, of columns from 18 on. Names of the server's own making tell nothing:
// they hold what the table was called when it was made.
func notNulls(version int) (column part, domain string) {
	given := func(k string) string {
		return "CASE WHEN " + k + ".conname !~ '_not_null[0-9]*$' THEN " + k + ".conname END"
	}
	column.cells, domain = "NULL, NULL, NULL, NULL, NULL", "NULL"
	if version >= 17 {
		domain = "(SELECT concat_ws(' ', " + given("k") + ", 'commented ' || quote_literal(" + described("k.oid", "pg_constraint") + ")) FROM pg_constraint k WHERE k.contypid = t.oid AND k.contype = 'n')"
	}
	if version >= 18 {
		column.cells = given("nn") + ", CASE WHEN NOT nn.convalidated THEN 'no' END, CASE WHEN nn.connoinherit THEN 'no' END, CASE WHEN nn.coninhcount > 0 AND NOT nn.conislocal THEN 'yes' END, " + described("nn.oid", "pg_constraint")
		column.join = " LEFT JOIN pg_constraint nn ON nn.conrelid = a.attrelid AND nn.contype = 'n' AND nn.conkey = ARRAY[a.attnum]"
	}
	return column, domain
}

// The places of the queries and of their results.
const (
	tables = iota
	columns
	constraints
	indexes
	triggers
	rules
	policies
	types
	sequencesAll
	functions
	others
)

// systemTypes reads the types that every database has: once.
func systemTypes(version int) string {
	multi := ""
	if version >= 14 {
		multi = " OR r.rngmultitypid = t.oid"
	}
	return `SELECT t.oid, t.typtype, t.typcategory, t.typname, 'pg_catalog', t.typelem, t.typbasetype, t.typtypmod, (SELECT rngsubtype FROM pg_range r WHERE r.rngtypid = t.oid` + multi + `), t.typnotnull,
 NULL, NULL, NULL, NULL, NULL, NULL, false, NULL, NULL, NULL, NULL, NULL, NULL FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace WHERE n.nspname = 'pg_catalog' AND (t.typrelid = 0 AND t.typtype <> 'p')`
}
