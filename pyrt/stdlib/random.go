package stdlib

import (
	"math/big"

	"github.com/mrt-tools/mrt/pyrt"
)

// A twister is the Mersenne Twister MT19937 of Matsumoto and Nishimura, seeded
// as CPython does.
type twister struct {
	state [624]uint32
	at    int
}

// seedWord is init_genrand.
func (m *twister) seedWord(s uint32) {
	m.state[0] = s
	for i := 1; i < 624; i++ {
		m.state[i] = 1812433253*(m.state[i-1]^m.state[i-1]>>30) + uint32(i)
	}
	m.at = 624
}

// seedKey is init_by_array.
func (m *twister) seedKey(key []uint32) {
	m.seedWord(19650218)
	i, j := 1, 0
	for k := max(624, len(key)); k > 0; k-- {
		m.state[i] = (m.state[i] ^ (m.state[i-1]^m.state[i-1]>>30)*1664525) + key[j] + uint32(j)
		if i++; i >= 624 {
			m.state[0], i = m.state[623], 1
		}
		if j++; j >= len(key) {
			j = 0
		}
	}
	for k := 623; k > 0; k-- {
		m.state[i] = (m.state[i] ^ (m.state[i-1]^m.state[i-1]>>30)*1566083941) - uint32(i)
		if i++; i >= 624 {
			m.state[0], i = m.state[623], 1
		}
	}
	m.state[0] = 1 << 31
}

// next gives 32 bits.
func (m *twister) next() uint32 {
	if m.at >= 624 {
		for k := range 624 {
			y := m.state[k]&0x80000000 | m.state[(k+1)%624]&0x7fffffff
			v := m.state[(k+397)%624] ^ y>>1
			if y&1 != 0 {
				v ^= 0x9908b0df
			}
			m.state[k] = v
		}
		m.at = 0
	}
	y := m.state[m.at]
	m.at++
	y ^= y >> 11
	y ^= y << 7 & 0x9d2c5680
	y ^= y << 15 & 0xefc60000
	return y ^ y>>18
}

// float gives 53 random bits as a float in [0, 1).
func (m *twister) float() float64 {
	a, b := m.next()>>5, m.next()>>6
	return (float64(a)*67108864 + float64(b)) / 9007199254740992
}

// bits gives an integer of k random bits.
func (m *twister) bits(k int) *big.Int {
	if k <= 32 {
		return big.NewInt(int64(m.next() >> (32 - k)))
	}
	words := (k + 31) / 32
	raw := make([]byte, 4*words)
	for i := range words {
		r := m.next()
		if rest := k - 32*i; rest < 32 {
			r >>= 32 - rest
		}
		at := 4 * (words - 1 - i)
		raw[at], raw[at+1], raw[at+2], raw[at+3] = byte(r>>24), byte(r>>16), byte(r>>8), byte(r)
	}
	return new(big.Int).SetBytes(raw)
}

// seed takes the absolute value of an integer as the key.
func (m *twister) seed(v *big.Int) {
	var key []uint32
	raw := new(big.Int).Abs(v).Bytes()
	for i := len(raw); i > 0; i -= 4 {
		var w uint32
		for _, b := range raw[max(0, i-4):i] {
			w = w<<8 | uint32(b)
		}
		key = append(key, w)
	}
	if len(key) == 0 {
		key = []uint32{0}
	}
	m.seedKey(key)
}

const maxRandomBits = 1 << 24

// randomModule is the Go half of module random: a generator that Python code
// derives from.
func randomModule(*pyrt.Thread) *pyrt.Module {
	m := pyrt.NewModule("_random")
	m.Set("Random", twisterClass)
	return m
}

var twisterClass = pyrt.NewClass(pyrt.ClassSpec{Name: "Random", Module: "_random", Members: twisterMembers,
	New: func(_ *pyrt.Thread, cls *pyrt.Type, _ pyrt.Args) (pyrt.Value, error) {
		m := &twister{}
		m.seed(big.NewInt(0))
		return pyrt.NewObject(cls, m), nil
	}})

func twisterMembers() []pyrt.Member {
	self := func(v pyrt.Value) *twister { return v.(*pyrt.Object).Native.(*twister) }
	return []pyrt.Member{
		pyrt.Method("random(self)", func(_ *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) { return pyrt.Float(self(a[0]).float()), nil }),
		pyrt.Method("getrandbits(self, k, /)", func(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			k, err := pyrt.IndexInt(t, a[1])
			switch {
			case err != nil:
				return nil, err
			case k < 0:
				return nil, pyrt.Errorf(pyrt.ValueError, "Cannot convert negative int")
			case k == 0:
				return pyrt.Int(0), nil
			case k > maxRandomBits:
				return nil, pyrt.Errorf(pyrt.MemoryError, "more random bits than this runtime allows")
			}
			return pyrt.MakeInt(self(a[0]).bits(k)), nil
		}),
		pyrt.Method("_seed(self, n, /)", func(_ *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			n, ok := pyrt.AsBigInt(a[1])
			if !ok {
				return nil, pyrt.Errorf(pyrt.TypeError, "an integer is required")
			}
			self(a[0]).seed(n)
			return pyrt.None, nil
		}),
		pyrt.Method("_state(self)", func(_ *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			m := self(a[0])
			out := make([]pyrt.Value, 0, 625)
			for _, w := range m.state {
				out = append(out, pyrt.Int(w))
			}
			return pyrt.NewTuple(append(out, pyrt.Int(m.at))...), nil
		}),
		pyrt.Method("_set_state(self, state, /)", func(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			vs, err := pyrt.Collect(t, a[1])
			if err != nil {
				return nil, err
			}
			if len(vs) != 625 {
				return nil, pyrt.Errorf(pyrt.ValueError, "state vector is the wrong size")
			}
			m := self(a[0])
			for i, v := range vs {
				w, err := pyrt.IndexInt(t, v)
				if err != nil {
					return nil, err
				}
				if i < 624 {
					m.state[i] = uint32(w)
				} else if m.at = w; w < 0 || w > 624 {
					return nil, pyrt.Errorf(pyrt.ValueError, "invalid state")
				}
			}
			return pyrt.None, nil
		}),
	}
}
