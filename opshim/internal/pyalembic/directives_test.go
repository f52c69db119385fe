package pyalembic

import (
	"strings"
	"testing"

	"github.com/mrt-tools/mrt/pyrt"
)

// The signatures are text; each must parse, and each operation class must take
// what its directive needs.
func TestDirectiveSignatures(t *testing.T) {
	names := map[string]bool{}
	for _, d := range directiveTable() {
		if names[d.name] {
			t.Errorf("%s is listed twice", d.name)
		}
		names[d.name] = true
		for _, params := range []string{d.params, "self, " + d.batch, "self, " + d.init} {
			if strings.HasSuffix(params, "-") {
				continue
			}
			if s := pyrt.NewBuiltin(d.name+"("+params+")", nil).Signature(); len(s.Params) == 0 {
				t.Errorf("%s(%s) has no parameters", d.name, params)
			}
		}
		for attr := range d.attrs {
			if !strings.Contains(d.init, attr) && attr != "table_name" && attr != "constraint_type" {
				t.Errorf("%s has no attribute %s", d.class, attr)
			}
		}
	}
}

func TestConfigureOptions(t *testing.T) {
	params := pyrt.NewBuiltin(configureSignature, nil).Signature().Params
	if len(params) != len(configureOptions)+1 {
		t.Fatalf("%d parameters, %d options", len(params), len(configureOptions))
	}
	for i, o := range configureOptions {
		if params[i].Name != o {
			t.Errorf("option %d is %s, parameter %s", i, o, params[i].Name)
		}
	}
}
