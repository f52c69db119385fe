package mydb

import (
	"strings"
	"testing"
)

func TestReadAddress(t *testing.T) {
	tests := []struct{ in, place, user, password, database, url string }{
		{"mysql://root@localhost/shop", "localhost", "root", "", "shop", "mysql+pymysql://root@localhost/x"},
		{"mysql+pymysql://u:p%40ss%2Fw@db.local:3307/shop?charset=utf8mb4", "db.local:3307", "u", "p@ss/w", "shop", "mysql+pymysql://u:p%40ss%2Fw@db.local:3307/x?charset=utf8mb4"},
		{"mariadb+mariadbconnector://u:50%sure@[::1]:3306/d", "[::1]:3306", "u", "50%sure", "d", ""},
		{"mysql+asyncmy://u:a@b:c@host/d", "host", "u", "a@b:c", "d", ""},
		{"mysql+aiomysql://ü:пароль@host/бд", "host", "ü", "пароль", "бд", ""},
		{"mysql+mysqldb:///d?unix_socket=/run/my%20sql/mysqld.sock", "/run/my sql/mysqld.sock", "", "", "d", "mysql+pymysql://localhost/x?unix_socket=/run/my+sql/mysqld.sock"},
		{"mysql://u:@h", "h", "u", "", "", ""},
		{"mysql://u:p/q@h/d", "h", "u", "p/q", "d", ""},
		{"mysql+mysqlconnector://h/d?user=a&password=b&port=99", "h:99", "a", "b", "d", ""},
	}
	for _, tt := range tests {
		a, err := readAddress(tt.in)
		if err != nil {
			t.Errorf("%s: %v", tt.in, err)
			continue
		}
		if a.place() != tt.place || a.user != tt.user || a.password != tt.password || a.database != tt.database {
			t.Errorf("%s: %s %q %q %q", tt.in, a.place(), a.user, a.password, a.database)
		}
		if got := a.url("mysql", "x"); tt.url != "" && got != tt.url {
			t.Errorf("%s: URL %s, want %s", tt.in, got, tt.url)
		}
		if _, err := a.config("x"); err != nil {
			t.Errorf("%s: %v", tt.in, err)
		}
	}
	for _, bad := range []string{"mysql", "mysql://h:port/d", "mysql://u:secret@h/d?port=x"} {
		if _, err := readAddress(bad); err == nil || strings.Contains(err.Error(), "secret") {
			t.Errorf("%s: %v", bad, err)
		}
	}
}

func TestSecureAddress(t *testing.T) {
	for text, want := range map[string][2]bool{
		"mysql://h/d":                                {false, false},
		"mysql://h/d?ssl=true":                       {true, false},
		"mysql://h/d?ssl_disabled=true":              {false, false},
		"mysql://h/d?ssl_mode=VERIFY_IDENTITY":       {true, true},
		"mysql://h/d?ssl_mode=REQUIRED":              {true, false},
		"mysql://h/d?ssl_ca=/x&ssl_check_hostname=1": {true, true},
		"mysql://h/d?ssl_ca=/x&ssl_check_hostname=0": {true, false},
	} {
		a, err := readAddress(text)
		if err != nil || a.secure != want[0] || a.verify != want[1] {
			t.Errorf("%s: %+v %v", text, a, err)
		}
	}
	a, _ := readAddress("mysql://h/d?ssl_ca=/nowhere/ca.pem")
	if _, err := a.config(""); err == nil || !strings.Contains(err.Error(), "ssl_ca") {
		t.Errorf("%v", err)
	}
}
