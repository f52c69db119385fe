package stdlib

import "github.com/mrt-tools/mrt/pyrt"

// typingModule is the Go half of module typing.
func typingModule(*pyrt.Thread) *pyrt.Module {
	m := pyrt.NewModule("_typing")
	for _, c := range []*pyrt.Type{pyrt.TypeVarType, pyrt.ParamSpecType, pyrt.TypeVarTupleType, pyrt.TypeAliasType, pyrt.GenericType,
		pyrt.UnpackType, pyrt.ParamSpecArgsType, pyrt.ParamSpecKwargsType} {
		m.Set(c.Name, c)
	}
	m.Set("NoDefault", pyrt.NoDefault)
	return m
}
