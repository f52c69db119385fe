package pyrt

import "strings"

// TypeName gives the name of a class as CPython's error texts have it: with
// its module for classes that are implemented in C, without for others.
func (c *Type) TypeName() string {
	module := c.Module
	switch c {
	case GenericAliasType:
		module = "types"
	case UnionType:
		module = "typing"
	}
	if names, ok := nativeNames[module]; ok && strings.Contains(names, " "+c.Name+" ") {
		return module + "." + c.Name
	}
	return c.Name
}
