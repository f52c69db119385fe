package sqltok

import "testing"

func TestMySQL(t *testing.T) {
	tests := []struct{ in, want string }{
		{`a = 'it\'s' # why` + "\n and `B``c` = \"x\"\"y'\"", "a = 'it''s' and b`c = 'x\"y'''"},
		{`select 'a\\', "b\n"`, "select 'a\\' , 'b\n'"},
		{"/*!50003 CREATE*/ /* no */ TRIGGER -- x\n t", "create trigger t"},
		{"a--1 <=> @x := @@session.y", "a - - 1 <=> @x := @@session.y"},
		{"b'101' + x'0F' || N'ü' = ? and c like 'a\\_b%'", "b'101' + x'0F' || N'ü' = ? and c like 'a\\_b%'"},
		{"'never ends\\", "'never ends\\'"},
		{"$a.b$ -> '$.x'", "$a . b$ -> '$.x'"},
	}
	for _, tt := range tests {
		if got := Join(MySQL(tt.in)); got != tt.want {
			t.Errorf("MySQL(%q) = %q, want %q", tt.in, got, tt.want)
		}
	}
}

// FuzzMySQL: every token lies in the text, in order.
func FuzzMySQL(f *testing.F) {
	for _, s := range []string{"'a", "\"\\", "/*!", "#", "@", "$", "--", ":", "[a]", "*/", "x'", "b'é\\'"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		last := 0
		for _, tok := range MySQL(s) {
			if tok.Start < last || tok.End <= tok.Start || tok.End > len(s) {
				t.Fatalf("token %+v after %d in %q", tok, last, s)
			}
			last = tok.End
		}
	})
}
