package sqltok

import "testing"

func TestNormal(t *testing.T) {
	tests := []struct{ in, want string }{
		{"CREATE  TABLE \"T\" (a INT) -- why", "create table t ( a int )"},
		{"/* x */ a>=1.5e-3||'It''s'", "a >= 1.5e-3 || 'It''s'"},
		{"[Odd Name] = `b` AND x[1] = 2", "odd name = b and x [ 1 ] = 2"},
		{"$tag$ body ; $tag$ = $1 and ? <> :name", "$tag$ body ; $tag$ = $1 and ? <> :name"},
		{"a::text = E'x\\n' and x'0F'", "a :: text = E'x\\n' and x'0F'"},
		{"'never ends", "'never ends"},
	}
	for _, tt := range tests {
		if got := Normal(tt.in); got != tt.want {
			t.Errorf("Normal(%q) = %q, want %q", tt.in, got, tt.want)
		}
	}
}

func TestBareAndSplit(t *testing.T) {
	if got := Join(Bare(Cut("((a) + (b))"))); got != "( a ) + ( b )" {
		t.Errorf("Bare: %q", got)
	}
	if got := Split(Cut("a, f(b, c), d")); len(got) != 3 || Join(got[1]) != "f ( b , c )" {
		t.Errorf("Split: %v", got)
	}
}

// FuzzCut: every byte that is no blank or comment is in a token, in order.
func FuzzCut(f *testing.F) {
	for _, s := range []string{"SELECT 'a", "\"x", "$a$", "--", "/*", "[a", "1e", "?", ":", "é😀", "a$b$c"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		last := 0
		for _, tok := range Cut(s) {
			if tok.Start < last || tok.End <= tok.Start || tok.End > len(s) {
				t.Fatalf("token %+v after %d in %q", tok, last, s)
			}
			last = tok.End
		}
	})
}
