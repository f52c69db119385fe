package mydb

import (
	"cmp"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"net"
	"net/url"
	"os"
	"strconv"
	"strings"
	"time"

	"github.com/go-sql-driver/mysql"
	"github.com/mrt-tools/mrt/verifier/internal/serverurl"
)

// An address is how to reach a server: what a SQLAlchemy URL says.
//
// Why not net/url: it refuses the percent signs that people leave in passwords.
type address struct {
	user, password string
	secret         bool // a password is given, maybe an empty one
	host, port     string
	socket         string
	database       string
	charset        string
	ca, cert, key  string // files
	secure         bool   // TLS is asked for
	verify         bool   // with the server's certificate and name
	timeout        time.Duration
}

// errAddress never shows the URL: it may hold a password.
var errAddress = errors.New("the URL of the server cannot be read; it looks like mysql://user:password@host:3306/database or mariadb://user@/database?unix_socket=/run/mysqld/mysqld.sock")

// readAddress reads a URL, whatever driver of Python it names.
func readAddress(text string) (*address, error) {
	_, rest, ok := strings.Cut(text, "://")
	if !ok {
		return nil, errAddress
	}
	a := &address{}
	rest, query, _ := strings.Cut(rest, "?")
	at := strings.LastIndexByte(rest, '@')
	path := strings.IndexByte(rest[at+1:], '/')
	authority := rest
	if path >= 0 {
		authority, a.database = rest[:at+1+path], serverurl.Unescape(rest[at+1+path+1:])
	}
	if at >= 0 {
		a.user, a.password, a.secret = strings.Cut(authority[:at], ":")
		a.user, a.password = serverurl.Unescape(a.user), serverurl.Unescape(a.password)
		authority = authority[at+1:]
	}
	if err := a.hostPort(authority); err != nil {
		return nil, err
	}
	if err := serverurl.Params(query, a.param); err != nil {
		return nil, err
	}
	return a, nil
}

// hostPort reads host, host:port or [v6]:port.
func (a *address) hostPort(text string) error {
	host, port, ok := serverurl.HostPort(text)
	if !ok {
		return errAddress
	}
	a.host, a.port = host, port
	return nil
}

// param takes the arguments of PyMySQL, mysqlclient, asyncmy, aiomysql and
// Connector/Python that concern the connection; others mean nothing to a server.
func (a *address) param(key, value string) error {
	on := value != "" && !strings.EqualFold(value, "false") && value != "0"
	switch key {
	case "host":
		a.host = value
	case "port":
		if strings.Trim(value, "0123456789") != "" {
			return errAddress
		}
		a.port = value
	case "user", "username":
		a.user = value
	case "password", "passwd":
		a.password, a.secret = value, true
	case "database", "db":
		a.database = value
	case "unix_socket":
		a.socket = value
	case "charset":
		a.charset = value
	case "connect_timeout", "connection_timeout":
		if n, err := strconv.Atoi(value); err == nil && n > 0 {
			a.timeout = time.Duration(n) * time.Second
		}
	case "ssl_ca":
		a.ca, a.secure, a.verify = value, true, true
	case "ssl_cert":
		a.cert, a.secure = value, true
	case "ssl_key":
		a.key, a.secure = value, true
	case "ssl", "ssl_disabled":
		a.secure = on == (key == "ssl")
	case "ssl_mode":
		a.secure = !strings.EqualFold(value, "disabled")
		a.verify = a.verify || strings.HasPrefix(strings.ToUpper(value), "VERIFY")
	case "ssl_verify_cert", "ssl_verify_identity", "ssl_check_hostname":
		a.secure, a.verify = a.secure || on, on
	}
	return nil
}

// config is the address in the driver's terms.
func (a *address) config(database string) (*mysql.Config, error) {
	c := mysql.NewConfig()
	c.User, c.Passwd, c.DBName, c.Timeout = a.user, a.password, database, cmp.Or(a.timeout, 20*time.Second)
	c.Net, c.Addr = "tcp", net.JoinHostPort(cmp.Or(a.host, "127.0.0.1"), cmp.Or(a.port, "3306"))
	if a.socket != "" {
		c.Net, c.Addr = "unix", a.socket
	}
	c.Logger = &mysql.NopLogger{}
	c.AllowCleartextPasswords = a.secure
	if err := c.Apply(mysql.Charset(cmp.Or(a.charset, "utf8mb4"), "")); err != nil {
		return nil, err
	}
	if !a.secure {
		return c, nil
	}
	c.TLS = &tls.Config{ServerName: cmp.Or(a.host, "localhost"), InsecureSkipVerify: !a.verify}
	if a.ca != "" {
		text, err := os.ReadFile(a.ca)
		if err != nil {
			return nil, fmt.Errorf("ssl_ca cannot be read: %w", err)
		}
		c.TLS.RootCAs = x509.NewCertPool()
		if !c.TLS.RootCAs.AppendCertsFromPEM(text) {
			return nil, fmt.Errorf("ssl_ca: %s holds no certificate in PEM form", a.ca)
		}
	}
	if a.cert != "" {
		pair, err := tls.LoadX509KeyPair(a.cert, cmp.Or(a.key, a.cert))
		if err != nil {
			return nil, fmt.Errorf("ssl_cert and ssl_key cannot be read: %w", err)
		}
		c.TLS.Certificates = []tls.Certificate{pair}
	}
	return c, nil
}

// url is the address of a database as SQLAlchemy takes it; scheme is the
// dialect's name.
func (a *address) url(scheme, database string) string {
	u := url.URL{Scheme: scheme + "+pymysql", Path: "/" + database}
	if a.secret {
		u.User = url.UserPassword(a.user, a.password)
	} else if a.user != "" {
		u.User = url.User(a.user)
	}
	var query []string
	if a.socket != "" {
		query = append(query, "unix_socket="+strings.ReplaceAll(url.QueryEscape(a.socket), "%2F", "/"))
		u.Host = "localhost"
	} else {
		u.Host = a.place()
	}
	for _, p := range [][2]string{{"charset", a.charset}, {"ssl_ca", a.ca}, {"ssl_cert", a.cert}, {"ssl_key", a.key}} {
		if p[1] != "" {
			query = append(query, p[0]+"="+url.QueryEscape(p[1]))
		}
	}
	u.RawQuery = strings.Join(query, "&")
	return u.String()
}

// place names the server in a sentence.
func (a *address) place() string {
	host := a.host
	switch {
	case a.socket != "":
		return a.socket
	case strings.Contains(host, ":"):
		host = "[" + host + "]"
	case host == "":
		host = "localhost"
	}
	if a.port != "" {
		host += ":" + a.port
	}
	return host
}
