import re as _re


def normalize_whitespace(text, base_whitespace=" "):
    return base_whitespace.join(text.split()).strip()


def strip_terminating_semicolon(sql):
    return sql.strip().rstrip(";").strip()


def escape_colon_for_sql(sql):
    return _re.sub("::|:", lambda m: m[0] if m[0] == "::" else r"\:", sql)


def escape_colon_for_plpgsql(sql):
    return _re.sub(r"::|:=|\\:|:", lambda m: r"\:" if m[0] == ":" else m[0], sql)


def coerce_to_quoted(text):
    return ".".join('"%s"' % part.strip().lstrip('"').strip().rstrip('"') for part in text.split(".", 1))


def coerce_to_unquoted(text):
    return text.replace('"', "")
