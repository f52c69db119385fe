package stdlib

import "github.com/mrt-tools/mrt/pyrt"

// dataModules are the modules written in Go about numbers, bytes and files.
func dataModules() map[string]func(*pyrt.Thread) *pyrt.Module {
	return map[string]func(*pyrt.Thread) *pyrt.Module{
		"_ast":         astModule,
		"_codecs":      codecsModule,
		"_decimal":     decimalModule,
		"_collections": collectionsModule,
		"_datetime":    datetimeModule,
		"_hashes":      hashesModule,
		"itertools":    itertoolsModule,
		"_random":      randomModule,
		"_strand":      strandModule,
		"_traceback":   tracebackModule,
		"_zlib":        compressModule,
		"_zone":        zoneModule,
	}
}
