package pgdb

import (
	"cmp"
	"errors"
	"fmt"
	"net/url"
	"slices"
	"strings"

	"github.com/mrt-tools/mrt/verifier/internal/serverurl"
)

// An address is how to reach a server: what a SQLAlchemy URL, or a libpq URI,
// says.
//
// Why not net/url: it refuses the percent signs that people leave in passwords,
// and socket folders in the place of a host.
type address struct {
	user, password string
	secret         bool     // a password is given, maybe an empty one
	hosts, ports   []string // side by side; "" for the default
	database       string
	params         [][2]string // what the driver of this package knows, in order
}

// errAddress never shows the URL: it may hold a password.
var errAddress = errors.New("the URL of the server cannot be read; it looks like postgresql://user:password@host:5432/database")

// readAddress reads a URL, those of asynchronous drivers included.
func readAddress(text string) (*address, error) {
	_, rest, ok := strings.Cut(text, "://")
	if !ok {
		return nil, errAddress
	}
	a := &address{}
	rest, query, _ := strings.Cut(rest, "?")
	authority, path, _ := strings.Cut(rest, "/")
	a.database = serverurl.Unescape(path)
	if i := strings.LastIndexByte(authority, '@'); i >= 0 {
		a.user, a.password, a.secret = strings.Cut(authority[:i], ":")
		a.user, a.password = serverurl.Unescape(a.user), serverurl.Unescape(a.password)
		authority = authority[i+1:]
	}
	if authority != "" {
		if err := a.addHosts(authority); err != nil {
			return nil, err
		}
	}
	if err := serverurl.Params(query, a.param); err != nil {
		return nil, err
	}
	return a, nil
}

// addHosts reads one or more of host, host:port, [v6]:port, %2Fsocket%2Ffolder.
func (a *address) addHosts(list string) error {
	for _, part := range strings.Split(list, ",") {
		host, port, ok := serverurl.HostPort(part)
		if !ok {
			return errAddress
		}
		a.hosts, a.ports = append(a.hosts, host), append(a.ports, port)
	}
	return nil
}

// passed are the parameters that concern the connection; those of Python's
// drivers, such as prepared_statement_cache_size, mean nothing to a server.
var passed = []string{"application_name", "channel_binding", "connect_timeout", "krbspn", "krbsrvname", "options", "passfile", "require_auth", "service", "servicefile",
	"sslcert", "sslcertmode", "sslkey", "sslmode", "sslnegotiation", "sslpassword", "sslrootcert", "sslsni", "target_session_attrs"}

func (a *address) param(key, value string) error {
	switch key {
	case "host":
		if len(a.hosts) > 0 && len(a.params) > 0 && a.params[len(a.params)-1][0] == "host" {
			return a.addHosts(value) // host=a&host=b
		}
		ports := a.ports
		a.hosts, a.ports = nil, nil
		err := a.addHosts(value)
		if len(ports) == 1 && len(a.ports) == 1 && a.ports[0] == "" {
			a.ports = ports
		}
		a.params = append(a.params, [2]string{key, ""})
		return err
	case "port":
		ports := strings.Split(value, ",")
		if len(a.hosts) == 0 {
			a.hosts = make([]string, len(ports))
		}
		a.ports = make([]string, len(a.hosts))
		for i := range a.ports {
			a.ports[i] = ports[min(i, len(ports)-1)]
		}
	case "user":
		a.user = value
	case "password":
		a.password, a.secret = value, true
	case "dbname", "database":
		a.database = value
	case "ssl": // asyncpg
		mode := map[string]string{"true": "require", "1": "require", "false": "disable", "0": "disable"}[strings.ToLower(value)]
		a.params = append(a.params, [2]string{"sslmode", cmp.Or(mode, value)})
	default:
		if slices.Contains(passed, key) {
			a.params = append(a.params, [2]string{key, value})
		}
	}
	return nil
}

// dsn is the address of a database in the form of key = 'value'. Without a
// database it is left to the service file, the environment or the driver.
func (a *address) dsn(database string) string {
	var b strings.Builder
	add := func(key, value string) {
		fmt.Fprintf(&b, "%s='%s' ", key, strings.NewReplacer(`\`, `\\`, `'`, `\'`).Replace(value))
	}
	if len(a.hosts) > 0 && strings.Join(a.hosts, "") != "" {
		add("host", strings.Join(a.hosts, ","))
	}
	if strings.Join(a.ports, "") != "" {
		ports := slices.Clone(a.ports)
		for i, p := range ports {
			ports[i] = cmp.Or(p, "5432")
		}
		add("port", strings.Join(ports, ","))
	}
	if a.user != "" {
		add("user", a.user)
	}
	if a.secret {
		add("password", a.password)
	}
	if database != "" {
		add("dbname", database)
	}
	for _, p := range a.params {
		if p[1] != "" {
			add(p[0], p[1])
		}
	}
	return b.String()
}

// has reports whether a parameter is given.
func (a *address) has(key string) bool {
	return slices.ContainsFunc(a.params, func(p [2]string) bool { return p[0] == key })
}

// url is the address of a database as SQLAlchemy and psql take it.
func (a *address) url(database string) string {
	u := url.URL{Scheme: "postgresql", Path: "/" + database}
	if a.secret {
		u.User = url.UserPassword(a.user, a.password)
	} else if a.user != "" {
		u.User = url.User(a.user)
	}
	var query []string
	if at := a.place(); strings.HasPrefix(at, "/") {
		query = append(query, "host="+strings.ReplaceAll(url.QueryEscape(a.hosts[0]), "%2F", "/"))
		if a.ports[0] != "" {
			query = append(query, "port="+a.ports[0])
		}
		if u.User == nil {
			return strings.Join([]string{"postgresql:///" + url.PathEscape(database), strings.Join(query, "&")}, "?")
		}
	} else {
		u.Host = at
	}
	for _, p := range a.params {
		if p[1] != "" {
			query = append(query, p[0]+"="+url.QueryEscape(p[1]))
		}
	}
	u.RawQuery = strings.Join(query, "&")
	return u.String()
}

// place names the server in a sentence.
func (a *address) place() string {
	parts := make([]string, len(a.hosts))
	for i, h := range a.hosts {
		if strings.Contains(h, ":") {
			h = "[" + h + "]"
		}
		if a.ports[i] != "" {
			h += ":" + a.ports[i]
		}
		parts[i] = h
	}
	return strings.Join(parts, ",")
}
