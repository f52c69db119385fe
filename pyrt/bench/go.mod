module github.com/mrt-tools/mrt/pyrt/bench

go 1.26.0

require (
	github.com/go-python/gpython v0.2.0
	github.com/mrt-tools/mrt v0.0.0
)

require (
	github.com/cockroachdb/apd/v3 v3.2.3 // indirect
	golang.org/x/text v0.41.0 // indirect
)

replace github.com/mrt-tools/mrt => ../..
