package verifier

import "math"

// wanted reports whether a migration makes its trip.
func (o *Options) wanted(m *Migration) bool {
	return (o.Only == nil || o.Only(m.ID)) && (o.Part == nil || o.Part.has(m.ID))
}

// way leaves out what comes after the last migration that is wanted.
func (o *Options) way(migrations []*Migration) []*Migration {
	n := len(migrations)
	for n > 0 && o.Only != nil && !o.Only(migrations[n-1].ID) {
		n--
	}
	return migrations[:n]
}

// wayShare is what getting past a migration costs, as a share of its trip.
const wayShare = 0.33

// Cut divides the migrations from one number up to another into contiguous parts
// that take about the same time, each with the way to its beginning: later parts
// are shorter. It returns where the parts end.
func Cut(from, to, parts int) []int {
	whole := 1 - math.Pow(1-wayShare, float64(parts))
	ends := make([]int, parts)
	for k := range ends {
		share := (1 - math.Pow(1-wayShare, float64(k+1))) / whole
		ends[k] = from + int(math.Round(share*float64(to-from)))
	}
	ends[parts-1] = to
	return ends
}
