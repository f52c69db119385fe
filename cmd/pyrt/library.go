package main

import (
	"github.com/mrt-tools/mrt/pyrt"
	"github.com/mrt-tools/mrt/pyrt/stdlib"
)

// stdlibImport finds the modules of the standard library.
func stdlibImport(t *pyrt.Thread, name string) (*pyrt.Module, error) { return stdlib.Import(t, name) }
