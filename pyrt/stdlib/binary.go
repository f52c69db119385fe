package stdlib

import (
	"encoding/binary"
	"math"

	"github.com/mrt-tools/mrt/pyrt"
)

// structModule is the Go half of module struct: floats to bytes and back.
func structModule(*pyrt.Thread) *pyrt.Module {
	m := pyrt.NewModule("_struct")
	order := func(v pyrt.Value) binary.ByteOrder {
		if v == pyrt.Value(pyrt.True) {
			return binary.BigEndian
		}
		return binary.LittleEndian
	}
	m.Define("pack_float(kind, value, big)", func(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
		kind, _ := pyrt.AsStr(a[0])
		f, err := pyrt.RealNumber(t, a[1])
		if err != nil {
			return nil, err
		}
		o := order(a[2])
		switch kind {
		case "d":
			b := math.Float64bits(f)
			if b&^(1<<63) == math.Float64bits(math.NaN()) {
				b &^= 1 // the NaN of Go has a payload
			}
			return pyrt.Bytes(appendUint(o, nil, b, 8)), nil
		case "f":
			x := float32(f)
			if math.IsInf(float64(x), 0) && !math.IsInf(f, 0) {
				return nil, pyrt.Errorf(pyrt.OverflowError, "float too large to pack with f format")
			}
			return pyrt.Bytes(appendUint(o, nil, uint64(math.Float32bits(x)), 4)), nil
		}
		// 65520 is half way to what would follow the largest half float.
		if math.Abs(f) >= 65520 && !math.IsInf(f, 0) {
			return nil, pyrt.Errorf(pyrt.OverflowError, "float too large to pack with e format")
		}
		return pyrt.Bytes(appendUint(o, nil, uint64(halfBits(f)), 2)), nil
	})
	m.Define("unpack_float(kind, data, big)", func(_ *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
		kind, _ := pyrt.AsStr(a[0])
		s, _ := pyrt.Buffer(a[1])
		o := order(a[2])
		switch {
		case kind == "d" && len(s) == 8:
			return pyrt.Float(math.Float64frombits(o.Uint64([]byte(s)))), nil
		case kind == "f" && len(s) == 4:
			return pyrt.Float(math.Float32frombits(o.Uint32([]byte(s)))), nil
		case kind == "e" && len(s) == 2:
			return pyrt.Float(halfFloat(o.Uint16([]byte(s)))), nil
		}
		return nil, pyrt.Errorf(pyrt.ValueError, "wrong size")
	})
	return m
}

func appendUint(o binary.ByteOrder, b []byte, v uint64, n int) []byte {
	for i := range n {
		shift := 8 * i
		if o == binary.BigEndian {
			shift = 8 * (n - 1 - i)
		}
		b = append(b, byte(v>>shift))
	}
	return b
}

// halfBits rounds to IEEE 754 binary16.
func halfBits(f float64) uint16 {
	sign := uint16(0)
	if math.Signbit(f) {
		sign, f = 0x8000, -f
	}
	switch {
	case math.IsNaN(f):
		return sign | 0x7e00
	case math.IsInf(f, 0) || f >= 65520:
		return sign | 0x7c00
	case f < 6.103515625e-05:
		return sign | uint16(math.RoundToEven(f*16777216))
	}
	m, e := math.Frexp(f)
	bits := math.RoundToEven((m*2 - 1) * 1024)
	return sign | uint16(int(bits)+(e-1+15)<<10)
}

func halfFloat(b uint16) float64 {
	sign := 1.0
	if b&0x8000 != 0 {
		sign = -1
	}
	e, m := int(b>>10&31), float64(b&1023)
	switch e {
	case 0:
		return sign * m / 16777216
	case 31:
		if m != 0 {
			return math.NaN()
		}
		return sign * math.Inf(1)
	}
	return sign * math.Ldexp(1+m/1024, e-15)
}
