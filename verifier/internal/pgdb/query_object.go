package pgdb

import (
	"fmt"
	"strings"
)

// sorted is an access list as text, in one order whatever the grants' order was.
func sorted(list string) string {
	return "array_to_string(ARRAY(SELECT unnest(" + list + ")::text ORDER BY 1), ', ')"
}

// titled is the name of an object in namespace n, without public.
func titled(column string) string {
	return "CASE WHEN n.nspname = 'public' THEN '' ELSE n.nspname || '.' END || " + column
}

// pairs writes an array of attribute names and values: name, SQL, name, SQL, …
func pairs(list ...string) string {
	out := make([]string, len(list))
	for i, s := range list {
		if i%2 == 0 {
			out[i] = "'" + s + "'"
		} else {
			out[i] = "(" + s + ")::text"
		}
	}
	return "ARRAY[" + strings.Join(out, ", ") + "]"
}

// described is the comment of an object of a catalog.
func described(oid, catalog string) string { return "obj_description(" + oid + ", '" + catalog + "')" }

// A rare is a kind of object that few databases have. Probe finds out cheaply
// whether there are any; only then Read is run. It returns kind, name, the table
// that the object is a part of (or 0) and its attributes.
type rare struct{ probe, read string }

// custom is the first number that the server gives to objects that are not its own.
const custom = ">= 16384"

// rares are the kinds, for a version of the server; with super what only a
// superuser may read, with roles also the accounts of the server.
func rares(version int, super, roles bool) []rare {
	out := []rare{
		{"SELECT 1 FROM pg_trigger WHERE tgisinternal AND tgenabled <> 'O'", `SELECT 'constraint trigger', r.conname || ' ' || row_number() OVER (PARTITION BY r.oid ORDER BY t.tgtype, t.oid), t.tgrelid, ` +
			pairs("enabled", "CASE t.tgenabled WHEN 'D' THEN 'no' WHEN 'R' THEN 'on replicas' ELSE 'always' END") + ` FROM pg_trigger t JOIN pg_constraint r ON r.oid = t.tgconstraint WHERE t.tgisinternal AND t.tgenabled <> 'O'`},
		{"SELECT 1 FROM pg_statistic_ext", `SELECT 'statistics object', ` + titled("s.stxname") + `, 0, ` +
			pairs("on", "s.stxrelid::regclass", "definition", "pg_get_statisticsobjdef(s.oid)", "statistics target", "CASE WHEN s.stxstattarget >= 0 THEN s.stxstattarget END", "owner", "pg_get_userbyid(s.stxowner)", "comment", described("s.oid", "pg_statistic_ext")) +
			` FROM pg_statistic_ext s JOIN pg_namespace n ON n.oid = s.stxnamespace WHERE` + own("pg_statistic_ext", "s.oid")},
		{"SELECT 1 FROM pg_publication", publications(version)},
		{"SELECT 1 FROM pg_event_trigger", `SELECT 'event trigger', evtname, 0, ` +
			pairs("event", "evtevent", "function", "evtfoid::regprocedure", "enabled", "NULLIF(evtenabled, 'O')", "tags", "array_to_string(evttags, ', ')", "owner", "pg_get_userbyid(evtowner)", "comment", described("x.oid", "pg_event_trigger")) + ` FROM pg_event_trigger x WHERE` + own("pg_event_trigger", "x.oid")},
		{"SELECT 1 FROM pg_collation WHERE oid " + custom, `SELECT 'collation', ` + titled("x.collname") + `, 0, ` +
			pairs("provider", "x.collprovider", "collate", "x.collcollate", "ctype", "x.collctype", "deterministic", "CASE WHEN NOT x.collisdeterministic THEN 'no' END", "locale", "to_jsonb(x) ->> 'colliculocale'", "builtin locale", "to_jsonb(x) ->> 'colllocale'",
				"rules", "to_jsonb(x) ->> 'collicurules'", "encoding", "x.collencoding", "owner", "pg_get_userbyid(x.collowner)", "comment", described("x.oid", "pg_collation")) +
			` FROM pg_collation x JOIN pg_namespace n ON n.oid = x.collnamespace WHERE` + outside + "AND" + own("pg_collation", "x.oid")},
		{"SELECT 1 FROM pg_conversion WHERE oid " + custom, `SELECT 'conversion', ` + titled("x.conname") + `, 0, ` +
			pairs("from", "pg_encoding_to_char(x.conforencoding)", "to", "pg_encoding_to_char(x.contoencoding)", "function", "x.conproc", "default", "CASE WHEN x.condefault THEN 'yes' END", "owner", "pg_get_userbyid(x.conowner)", "comment", described("x.oid", "pg_conversion")) +
			` FROM pg_conversion x JOIN pg_namespace n ON n.oid = x.connamespace WHERE` + outside + "AND" + own("pg_conversion", "x.oid")},
		{"SELECT 1 FROM pg_default_acl", `SELECT 'default privileges', pg_get_userbyid(defaclrole) || coalesce(' in ' || (SELECT nspname FROM pg_namespace n WHERE n.oid = defaclnamespace), '') || ' on ' ||
 CASE defaclobjtype WHEN 'r' THEN 'tables' WHEN 'S' THEN 'sequences' WHEN 'f' THEN 'functions' WHEN 'T' THEN 'types' WHEN 'n' THEN 'schemas' ELSE defaclobjtype::text END, 0, ` + pairs("privileges", sorted("defaclacl")) + ` FROM pg_default_acl`},
		{"SELECT 1 FROM pg_cast WHERE oid " + custom, `SELECT 'cast', castsource::regtype || ' as ' || casttarget::regtype, 0, ` +
			pairs("function", "NULLIF(castfunc, 0)::regprocedure", "context", "CASE castcontext WHEN 'e' THEN 'explicit' WHEN 'a' THEN 'assignment' ELSE 'implicit' END", "method", "CASE castmethod WHEN 'f' THEN 'function' WHEN 'i' THEN 'inout' ELSE 'binary' END", "comment", described("x.oid", "pg_cast")) +
			` FROM pg_cast x WHERE x.oid ` + custom + ` AND` + own("pg_cast", "x.oid")},
		{"SELECT 1 FROM pg_language WHERE oid " + custom, `SELECT 'language', lanname, 0, ` +
			pairs("trusted", "lanpltrusted", "handler", "NULLIF(lanplcallfoid, 0)::regprocedure", "inline handler", "NULLIF(laninline, 0)::regprocedure", "validator", "NULLIF(lanvalidator, 0)::regprocedure", "owner", "pg_get_userbyid(lanowner)", "privileges", sorted("coalesce(lanacl, acldefault('l', lanowner))"), "comment", described("x.oid", "pg_language")) +
			` FROM pg_language x WHERE x.oid ` + custom + ` AND` + own("pg_language", "x.oid")},
		{"SELECT 1 FROM pg_am WHERE oid " + custom, `SELECT 'access method', amname, 0, ` + pairs("handler", "amhandler", "type", "amtype", "comment", described("x.oid", "pg_am")) + ` FROM pg_am x WHERE x.oid ` + custom + ` AND` + own("pg_am", "x.oid")},
		{"SELECT 1 FROM pg_transform", `SELECT 'transform', trftype::regtype || ' in ' || (SELECT lanname FROM pg_language l WHERE l.oid = trflang), 0, ` + pairs("from SQL", "NULLIF(trffromsql, 0)::regproc", "to SQL", "NULLIF(trftosql, 0)::regproc", "comment", described("x.oid", "pg_transform")) + ` FROM pg_transform x WHERE` + own("pg_transform", "x.oid")},
		{"SELECT 1 FROM pg_seclabel WHERE objoid " + custom, `SELECT 'security label', provider || ' of ' || i.type || ' ' || i.identity, 0, ` + pairs("label", "label") + ` FROM pg_seclabel l, pg_identify_object(l.classoid, l.objoid, l.objsubid) i`},
		{"SELECT 1 FROM pg_depend WHERE deptype = 'x'", `SELECT 'dependency', i.type || ' ' || i.identity || ' on extension ' || (SELECT extname FROM pg_extension e WHERE e.oid = d.refobjid), 0, ` + pairs("kind", "'dropped with it'") +
			` FROM pg_depend d, pg_identify_object(d.classid, d.objid, d.objsubid) i WHERE d.deptype = 'x'`},
		{"SELECT 1 FROM pg_type WHERE typtype = 'p' AND NOT typisdefined AND oid " + custom, `SELECT 'shell type', ` + titled("t.typname") + `, 0, ` + pairs("owner", "pg_get_userbyid(t.typowner)") +
			` FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace WHERE t.typtype = 'p' AND NOT t.typisdefined AND` + outside},
		{"SELECT 1 FROM pg_type WHERE typrelid <> 0 AND typacl IS NOT NULL AND oid " + custom, `SELECT 'row type', ` + titled("t.typname") + `, 0, ` + pairs("privileges", sorted("t.typacl")) +
			` FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace JOIN pg_class c ON c.oid = t.typrelid WHERE c.relkind <> 'c' AND t.typacl IS NOT NULL AND` + outside},
		{"SELECT 1 FROM pg_aggregate WHERE aggfnoid " + custom, aggregates},
		{"SELECT 1 FROM pg_range WHERE rngtypid " + custom, ranges(version)},
		{"SELECT 1 FROM pg_type WHERE typtype = 'b' AND typelem = 0 AND oid " + custom, baseTypes},
	}
	out = append(out, operators...)
	out = append(out, textSearch...)
	out = append(out, foreign...)
	content := ""
	if super {
		content = "md5(lo_get(x.oid))"
	} else {
		content = "NULL"
	}
	out = append(out, rare{"SELECT 1 FROM pg_largeobject_metadata", `SELECT 'large object', x.oid::text, 0, ` +
		pairs("content", content, "owner", "pg_get_userbyid(lomowner)", "privileges", sorted("coalesce(lomacl, acldefault('L', lomowner))"), "comment", described("x.oid", "pg_largeobject")) + ` FROM pg_largeobject_metadata x`})
	if roles {
		out = append(out, rare{"SELECT 1 FROM pg_roles WHERE oid " + custom, `SELECT 'role', rolname, 0, ` +
			pairs("superuser", "NULLIF(rolsuper, false)", "inherit", "rolinherit", "create roles", "NULLIF(rolcreaterole, false)", "create databases", "NULLIF(rolcreatedb, false)", "login", "rolcanlogin", "replication", "NULLIF(rolreplication, false)",
				"bypasses row security", "NULLIF(rolbypassrls, false)", "connection limit", "NULLIF(rolconnlimit, -1)", "valid until", "rolvaliduntil", "settings", "array_to_string(rolconfig, ', ')", "comment", "shobj_description(x.oid, 'pg_authid')",
				"member of", "(SELECT string_agg(m.name, ', ' ORDER BY m.name) FROM (SELECT pg_get_userbyid(roleid) || CASE WHEN admin_option THEN ' with admin option' ELSE '' END AS name FROM pg_auth_members WHERE member = x.oid) m)") + ` FROM pg_roles x WHERE x.oid ` + custom})
	}
	return out
}

// publications: row filters, columns and schemas are there from version 15 on.
func publications(version int) string {
	tables := "(SELECT string_agg(prrelid::regclass::text, ', ' ORDER BY prrelid::regclass::text) FROM pg_publication_rel r WHERE r.prpubid = p.oid)"
	schemas := "NULL"
	if version >= 15 {
		tables = `(SELECT string_agg(prrelid::regclass || coalesce(' (' || (SELECT string_agg(a.attname, ', ' ORDER BY a.attnum) FROM pg_attribute a WHERE a.attrelid = r.prrelid AND a.attnum = ANY (r.prattrs::int2[])) || ')', '')
 || coalesce(' where ' || pg_get_expr(r.prqual, r.prrelid), ''), ', ' ORDER BY prrelid::regclass::text) FROM pg_publication_rel r WHERE r.prpubid = p.oid)`
		schemas = "(SELECT string_agg(pnnspid::regnamespace::text, ', ' ORDER BY pnnspid::regnamespace::text) FROM pg_publication_namespace r WHERE r.pnpubid = p.oid)"
	}
	return `SELECT 'publication', pubname, 0, ` + pairs("all tables", "NULLIF(puballtables, false)", "tables", tables, "schemas", schemas,
		"operations", "concat_ws(', ', CASE WHEN pubinsert THEN 'insert' END, CASE WHEN pubupdate THEN 'update' END, CASE WHEN pubdelete THEN 'delete' END, CASE WHEN pubtruncate THEN 'truncate' END)",
		"via the root", "NULLIF(pubviaroot, false)", "generated columns", "NULLIF(to_jsonb(p) ->> 'pubgencols', 'n')", "owner", "pg_get_userbyid(pubowner)", "comment", described("p.oid", "pg_publication")) + ` FROM pg_publication p`
}

var aggregates = `SELECT 'aggregate', ` + titled("p.proname") + ` || '(' || pg_get_function_identity_arguments(p.oid) || ')', 0, ` +
	pairs("kind", "NULLIF(g.aggkind, 'n')", "arguments", "pg_get_function_arguments(p.oid)", "transition function", "g.aggtransfn", "transition type", "g.aggtranstype::regtype", "transition space", "NULLIF(g.aggtransspace, 0)", "initial value", "g.agginitval",
		"final function", "NULLIF(g.aggfinalfn, 0)::regproc", "final function gets the arguments", "NULLIF(g.aggfinalextra, false)", "final function modifies", "g.aggfinalmodify", "combine function", "NULLIF(g.aggcombinefn, 0)::regproc",
		"serial function", "NULLIF(g.aggserialfn, 0)::regproc", "deserial function", "NULLIF(g.aggdeserialfn, 0)::regproc", "moving transition function", "NULLIF(g.aggmtransfn, 0)::regproc", "moving inverse function", "NULLIF(g.aggminvtransfn, 0)::regproc",
		"moving transition type", "NULLIF(g.aggmtranstype, 0)::regtype", "moving final function", "NULLIF(g.aggmfinalfn, 0)::regproc", "moving initial value", "g.aggminitval", "sort operator", "NULLIF(g.aggsortop, 0)::regoperator",
		"parallel", "p.proparallel", "owner", "pg_get_userbyid(p.proowner)", "privileges", sorted("coalesce(p.proacl, acldefault('f', p.proowner))"), "comment", described("p.oid", "pg_proc")) +
	` FROM pg_aggregate g JOIN pg_proc p ON p.oid = g.aggfnoid JOIN pg_namespace n ON n.oid = p.pronamespace WHERE` + outside + "AND" + own("pg_proc", "p.oid")

// ranges: the multirange is there from version 14 on.
func ranges(version int) string {
	multi := "NULL"
	if version >= 14 {
		multi = "r.rngmultitypid::regtype"
	}
	return `SELECT 'range type', ` + titled("t.typname") + `, 0, ` +
		pairs("subtype", "r.rngsubtype::regtype", "collation", "NULLIF(r.rngcollation, 0)::regcollation", "operator class", "(SELECT opcname FROM pg_opclass o WHERE o.oid = r.rngsubopc)", "canonical function", "NULLIF(r.rngcanonical, 0)::regproc",
			"difference function", "NULLIF(r.rngsubdiff, 0)::regproc", "multirange", multi, "owner", "pg_get_userbyid(t.typowner)", "privileges", sorted("coalesce(t.typacl, acldefault('T', t.typowner))"), "comment", described("t.oid", "pg_type")) +
		` FROM pg_range r JOIN pg_type t ON t.oid = r.rngtypid JOIN pg_namespace n ON n.oid = t.typnamespace WHERE` + outside + "AND" + own("pg_type", "t.oid")
}

var baseTypes = `SELECT 'base type', ` + titled("t.typname") + `, 0, ` +
	pairs("input", "t.typinput", "output", "t.typoutput", "length", "t.typlen", "alignment", "t.typalign", "storage", "t.typstorage", "category", "t.typcategory", "default", "t.typdefault",
		"owner", "pg_get_userbyid(t.typowner)", "privileges", sorted("coalesce(t.typacl, acldefault('T', t.typowner))"), "comment", described("t.oid", "pg_type")) +
	` FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace WHERE t.typtype = 'b' AND t.typelem = 0 AND` + outside + "AND" + own("pg_type", "t.oid")

// operators with their classes and families.
var operators = []rare{
	{"SELECT 1 FROM pg_operator WHERE oid " + custom, `SELECT 'operator', ` + titled("x.oprname") + ` || ' (' || coalesce(NULLIF(x.oprleft, 0)::regtype || ', ', '') || x.oprright::regtype || ')', 0, ` +
		pairs("function", "x.oprcode", "result", "x.oprresult::regtype", "commutator", "NULLIF(x.oprcom, 0)::regoperator", "negator", "NULLIF(x.oprnegate, 0)::regoperator", "restrict", "NULLIF(x.oprrest, 0)::regproc", "join", "NULLIF(x.oprjoin, 0)::regproc",
			"hashes", "NULLIF(x.oprcanhash, false)", "merges", "NULLIF(x.oprcanmerge, false)", "owner", "pg_get_userbyid(x.oprowner)", "comment", described("x.oid", "pg_operator")) +
		` FROM pg_operator x JOIN pg_namespace n ON n.oid = x.oprnamespace WHERE x.oprcode <> 0 AND` + outside + "AND" + own("pg_operator", "x.oid")},
	{"SELECT 1 FROM pg_opclass WHERE oid " + custom, `SELECT 'operator class', ` + titled("x.opcname") + ` || ' for ' || (SELECT amname FROM pg_am a WHERE a.oid = x.opcmethod), 0, ` +
		pairs("family", "(SELECT opfname FROM pg_opfamily f WHERE f.oid = x.opcfamily)", "type", "x.opcintype::regtype", "default", "NULLIF(x.opcdefault, false)", "key type", "NULLIF(x.opckeytype, 0)::regtype", "owner", "pg_get_userbyid(x.opcowner)", "comment", described("x.oid", "pg_opclass")) +
		` FROM pg_opclass x JOIN pg_namespace n ON n.oid = x.opcnamespace WHERE` + outside + "AND" + own("pg_opclass", "x.oid")},
	{"SELECT 1 FROM pg_opfamily WHERE oid " + custom, `SELECT 'operator family', ` + titled("x.opfname") + ` || ' for ' || (SELECT amname FROM pg_am a WHERE a.oid = x.opfmethod), 0, ` +
		pairs("operators", "(SELECT string_agg(o.amopstrategy || ' ' || o.amopopr::regoperator, ', ' ORDER BY o.amopstrategy, o.amopopr::regoperator::text) FROM pg_amop o WHERE o.amopfamily = x.oid)",
			"functions", "(SELECT string_agg(o.amprocnum || ' ' || o.amproc::regprocedure, ', ' ORDER BY o.amprocnum, o.amproc::regprocedure::text) FROM pg_amproc o WHERE o.amprocfamily = x.oid)", "owner", "pg_get_userbyid(x.opfowner)", "comment", described("x.oid", "pg_opfamily")) +
		` FROM pg_opfamily x JOIN pg_namespace n ON n.oid = x.opfnamespace WHERE` + outside + "AND" + own("pg_opfamily", "x.oid")},
}

var textSearch = []rare{
	{"SELECT 1 FROM pg_ts_config WHERE oid " + custom, `SELECT 'text search configuration', ` + titled("x.cfgname") + `, 0, ` +
		pairs("parser", "(SELECT prsname FROM pg_ts_parser p WHERE p.oid = x.cfgparser)", "mappings", `(SELECT string_agg(k.alias || ' ' || m.dicts, ', ' ORDER BY k.alias) FROM
 (SELECT maptokentype, string_agg(mapdict::regdictionary::text, '+' ORDER BY mapseqno) AS dicts FROM pg_ts_config_map WHERE mapcfg = x.oid GROUP BY 1) m JOIN ts_token_type(x.cfgparser) k ON k.tokid = m.maptokentype)`,
			"owner", "pg_get_userbyid(x.cfgowner)", "comment", described("x.oid", "pg_ts_config")) +
		` FROM pg_ts_config x JOIN pg_namespace n ON n.oid = x.cfgnamespace WHERE` + outside + "AND" + own("pg_ts_config", "x.oid")},
	{"SELECT 1 FROM pg_ts_dict WHERE oid " + custom, `SELECT 'text search dictionary', ` + titled("x.dictname") + `, 0, ` +
		pairs("template", "(SELECT tmplname FROM pg_ts_template p WHERE p.oid = x.dicttemplate)", "options", "x.dictinitoption", "owner", "pg_get_userbyid(x.dictowner)", "comment", described("x.oid", "pg_ts_dict")) +
		` FROM pg_ts_dict x JOIN pg_namespace n ON n.oid = x.dictnamespace WHERE` + outside + "AND" + own("pg_ts_dict", "x.oid")},
	{"SELECT 1 FROM pg_ts_parser WHERE oid " + custom, `SELECT 'text search parser', ` + titled("x.prsname") + `, 0, ` +
		pairs("start", "x.prsstart", "token", "x.prstoken", "end", "x.prsend", "headline", "x.prsheadline", "types", "x.prslextype", "comment", described("x.oid", "pg_ts_parser")) +
		` FROM pg_ts_parser x JOIN pg_namespace n ON n.oid = x.prsnamespace WHERE` + outside + "AND" + own("pg_ts_parser", "x.oid")},
	{"SELECT 1 FROM pg_ts_template WHERE oid " + custom, `SELECT 'text search template', ` + titled("x.tmplname") + `, 0, ` + pairs("init", "x.tmplinit", "lexize", "x.tmpllexize", "comment", described("x.oid", "pg_ts_template")) +
		` FROM pg_ts_template x JOIN pg_namespace n ON n.oid = x.tmplnamespace WHERE` + outside + "AND" + own("pg_ts_template", "x.oid")},
}

// foreign are wrappers, servers, user mappings, and where foreign tables lie.
var foreign = []rare{
	{"SELECT 1 FROM pg_foreign_data_wrapper", `SELECT 'foreign-data wrapper', fdwname, 0, ` +
		pairs("handler", "NULLIF(fdwhandler, 0)::regproc", "validator", "NULLIF(fdwvalidator, 0)::regproc", "options", "array_to_string(fdwoptions, ', ')", "owner", "pg_get_userbyid(fdwowner)", "privileges", sorted("coalesce(fdwacl, acldefault('F', fdwowner))"), "comment", described("x.oid", "pg_foreign_data_wrapper")) +
		` FROM pg_foreign_data_wrapper x WHERE` + own("pg_foreign_data_wrapper", "x.oid")},
	{"SELECT 1 FROM pg_foreign_server", `SELECT 'foreign server', srvname, 0, ` +
		pairs("wrapper", "(SELECT fdwname FROM pg_foreign_data_wrapper w WHERE w.oid = x.srvfdw)", "type", "srvtype", "version", "srvversion", "options", "array_to_string(srvoptions, ', ')", "owner", "pg_get_userbyid(srvowner)", "privileges", sorted("coalesce(srvacl, acldefault('S', srvowner))"), "comment", described("x.oid", "pg_foreign_server")) +
		` FROM pg_foreign_server x WHERE` + own("pg_foreign_server", "x.oid")},
	{"SELECT 1 FROM pg_user_mappings", `SELECT 'user mapping', usename || ' on ' || srvname, 0, ` + pairs("options", "array_to_string(umoptions, ', ')") + ` FROM pg_user_mappings x`},
	{"SELECT 1 FROM pg_foreign_table", `SELECT 'place', 'data', ftrelid, ` + pairs("server", "(SELECT srvname FROM pg_foreign_server s WHERE s.oid = x.ftserver)", "options", "array_to_string(ftoptions, ', ')") + ` FROM pg_foreign_table x`},
}

// probes asks for all kinds at once; the result is one array of t and f.
func probes(list []rare) string {
	parts := make([]string, len(list))
	for i, r := range list {
		parts[i] = fmt.Sprintf("EXISTS (%s)", r.probe)
	}
	return "SELECT ARRAY[" + strings.Join(parts, ", ") + "]"
}
