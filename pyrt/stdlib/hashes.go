package stdlib

import (
	"bytes"
	"crypto/hmac"
	"crypto/md5"
	"crypto/pbkdf2"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/sha3"
	"crypto/sha512"
	"crypto/subtle"
	"encoding"
	"encoding/base64"
	"hash"
	"hash/adler32"
	"hash/crc32"
	"strings"

	"github.com/mrt-tools/mrt/pyrt"
)

// newHash makes a hash of hashlib's name; nil for names it does not have.
func newHash(name string) hash.Hash {
	switch strings.ToLower(name) {
	case "md5":
		return md5.New()
	case "sha1":
		return sha1.New()
	case "sha224":
		return sha256.New224()
	case "sha256":
		return sha256.New()
	case "sha384":
		return sha512.New384()
	case "sha512":
		return sha512.New()
	case "sha512_224":
		return sha512.New512_224()
	case "sha512_256":
		return sha512.New512_256()
	case "sha3_224":
		return sha3.New224()
	case "sha3_256":
		return sha3.New256()
	case "sha3_384":
		return sha3.New384()
	case "sha3_512":
		return sha3.New512()
	}
	return nil
}

// A hashState is the payload of a hash object: plain, keyed, or of variable length.
type hashState struct {
	h     hash.Hash
	shake *sha3.SHAKE
	key   []byte // hmac
	name  string
	seen  []byte // what a hash that cannot be copied was given
}

var hashClass = pyrt.NewClass(pyrt.ClassSpec{Name: "hash", Module: "_hashes", Members: hashMembers})

func hashSelf(v pyrt.Value) *hashState { return v.(*pyrt.Object).Native.(*hashState) }

func bufferArg(v pyrt.Value) (string, error) {
	if _, ok := pyrt.AsStr(v); ok {
		return "", pyrt.Errorf(pyrt.TypeError, "Strings must be encoded before hashing")
	}
	b, ok := pyrt.Buffer(v)
	if !ok {
		return "", pyrt.Errorf(pyrt.TypeError, "object supporting the buffer API required")
	}
	return b, nil
}

func (s *hashState) write(b string) {
	if s.shake != nil {
		s.shake.Write([]byte(b))
		return
	}
	s.h.Write([]byte(b))
	if s.key != nil {
		s.seen = append(s.seen, b...)
	}
}

// clone copies the state so that both can go on.
func (s *hashState) clone() (*hashState, error) {
	c := *s
	switch {
	case s.shake != nil:
		raw, err := s.shake.MarshalBinary()
		if err != nil {
			return nil, err
		}
		c.shake = newShake(s.name)
		return &c, c.shake.UnmarshalBinary(raw)
	case s.key != nil:
		c.h = hmac.New(func() hash.Hash { return newHash(s.name) }, s.key)
		c.h.Write(s.seen)
		c.seen = bytes.Clone(s.seen)
		return &c, nil
	}
	raw, err := s.h.(encoding.BinaryMarshaler).MarshalBinary()
	if err != nil {
		return nil, err
	}
	c.h = newHash(s.name)
	return &c, c.h.(encoding.BinaryUnmarshaler).UnmarshalBinary(raw)
}

func newShake(name string) *sha3.SHAKE {
	switch name {
	case "shake_128":
		return sha3.NewSHAKE128()
	case "shake_256":
		return sha3.NewSHAKE256()
	}
	return nil
}

func (s *hashState) sum(t *pyrt.Thread, length pyrt.Value) ([]byte, error) {
	if s.shake == nil {
		return s.h.Sum(nil), nil
	}
	if length == nil || length == pyrt.None {
		return nil, pyrt.Errorf(pyrt.TypeError, "digest() missing required argument 'length' (pos 1)")
	}
	n, err := pyrt.IndexInt(t, length)
	if err != nil {
		return nil, err
	}
	if n < 0 || n > 1<<26 {
		return nil, pyrt.Errorf(pyrt.ValueError, "invalid length")
	}
	c, err := s.clone()
	if err != nil {
		return nil, err
	}
	out := make([]byte, n)
	c.shake.Read(out)
	return out, nil
}

func hashMembers() []pyrt.Member {
	return []pyrt.Member{
		pyrt.Method("update(self, data, /)", func(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			b, err := bufferArg(a[1])
			if err != nil {
				return nil, err
			}
			s := hashSelf(a[0])
			return pyrt.None, t.Apart(len(b), func() { s.write(b) })
		}),
		pyrt.Method("digest(self, length=None)", func(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			b, err := hashSelf(a[0]).sum(t, a[1])
			return pyrt.Bytes(b), err
		}),
		pyrt.Method("hexdigest(self, length=None)", func(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			b, err := hashSelf(a[0]).sum(t, a[1])
			return pyrt.Str(hexText(b)), err
		}),
		pyrt.Method("copy(self)", func(_ *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			c, err := hashSelf(a[0]).clone()
			if err != nil {
				return nil, err
			}
			return pyrt.NewObject(a[0].(*pyrt.Object).Class, c), nil
		}),
		pyrt.Getter("name", func(_ *pyrt.Thread, v pyrt.Value) (pyrt.Value, error) {
			if s := hashSelf(v); s.key != nil {
				return pyrt.Str("hmac-" + s.name), nil
			}
			return pyrt.Str(hashSelf(v).name), nil
		}),
		pyrt.Getter("digest_size", func(_ *pyrt.Thread, v pyrt.Value) (pyrt.Value, error) {
			if s := hashSelf(v); s.h != nil {
				return pyrt.Int(s.h.Size()), nil
			}
			return pyrt.Int(0), nil
		}),
		pyrt.Getter("block_size", func(_ *pyrt.Thread, v pyrt.Value) (pyrt.Value, error) {
			if s := hashSelf(v); s.h != nil {
				return pyrt.Int(s.h.BlockSize()), nil
			}
			return pyrt.Int(hashSelf(v).shake.BlockSize()), nil
		}),
		pyrt.Method("__repr__(self)", func(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
			return pyrt.Str("<" + hashSelf(a[0]).name + " _hashlib.HASH object>"), nil
		}),
	}
}

func hexText(b []byte) string {
	const hexDigits = "0123456789abcdef"
	out := make([]byte, 0, 2*len(b))
	for _, x := range b {
		out = append(out, hexDigits[x>>4], hexDigits[x&15])
	}
	return string(out)
}

// hashesModule offers hashes, hmac, key derivation and checksums.
func hashesModule(*pyrt.Thread) *pyrt.Module {
	m := pyrt.NewModule("_hashes")
	m.Set("HASH", hashClass)
	m.Define("new(name, data)", func(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
		name, ok := pyrt.AsStr(a[0])
		if !ok {
			return nil, pyrt.Errorf(pyrt.TypeError, "name must be a string")
		}
		name = strings.ToLower(strings.ReplaceAll(name, "-", "_"))
		s := &hashState{h: newHash(name), shake: newShake(name), name: name}
		if s.h == nil && s.shake == nil {
			return nil, pyrt.Errorf(pyrt.ValueError, "unsupported hash type %s", name)
		}
		b, err := bufferArg(a[1])
		if err != nil {
			return nil, err
		}
		return pyrt.NewObject(hashClass, s), t.Apart(len(b), func() { s.write(b) })
	})
	m.Define("hmac(name, key)", func(_ *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
		name, _ := pyrt.AsStr(a[0])
		name = strings.ToLower(strings.ReplaceAll(name, "-", "_"))
		key, ok := pyrt.Buffer(a[1])
		if newHash(name) == nil || !ok {
			return nil, pyrt.Errorf(pyrt.ValueError, "unsupported hash type %s", name)
		}
		s := &hashState{name: name, key: append([]byte{}, key...), h: hmac.New(func() hash.Hash { return newHash(name) }, []byte(key))}
		return pyrt.NewObject(hashClass, s), nil
	})
	m.Define("equal(a, b)", func(_ *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
		x, _ := pyrt.Buffer(a[0])
		y, _ := pyrt.Buffer(a[1])
		return pyrt.Bool(subtle.ConstantTimeCompare([]byte(x), []byte(y)) == 1), nil
	})
	m.Define("pbkdf2(name, password, salt, iterations, dklen)", pbkdf2Key)
	m.Define("crc32(data, value)", func(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
		b, ok := pyrt.Buffer(a[0])
		v, _ := pyrt.AsInt(a[1])
		if !ok {
			return nil, pyrt.Errorf(pyrt.TypeError, "a bytes-like object is required, not '%s'", a[0].Type().Name)
		}
		sum := uint32(v)
		if err := t.Apart(len(b), func() { sum = crc32.Update(sum, crc32.IEEETable, []byte(b)) }); err != nil {
			return nil, err
		}
		return pyrt.Int(sum), nil
	})
	m.Define("adler32(data)", func(_ *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
		b, _ := pyrt.Buffer(a[0])
		return pyrt.Int(adler32.Checksum([]byte(b))), nil
	})
	m.Define("b64encode(data)", func(_ *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
		b, ok := pyrt.Buffer(a[0])
		if !ok {
			return nil, pyrt.Errorf(pyrt.TypeError, "a bytes-like object is required, not '%s'", a[0].Type().Name)
		}
		return pyrt.Bytes(base64.StdEncoding.EncodeToString([]byte(b))), nil
	})
	return m
}

func pbkdf2Key(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
	name, _ := pyrt.AsStr(a[0])
	password, ok1 := pyrt.Buffer(a[1])
	salt, ok2 := pyrt.Buffer(a[2])
	if !ok1 || !ok2 {
		return nil, pyrt.Errorf(pyrt.TypeError, "a bytes-like object is required")
	}
	n, err := pyrt.IndexInt(t, a[3])
	if err != nil {
		return nil, err
	}
	h := newHash(strings.ReplaceAll(name, "-", "_"))
	switch {
	case h == nil:
		return nil, pyrt.Errorf(pyrt.ValueError, "unsupported hash type %s", name)
	case n < 1:
		return nil, pyrt.Errorf(pyrt.ValueError, "iteration value must be greater than 0.")
	case n > 10_000_000:
		return nil, pyrt.Errorf(pyrt.ValueError, "more iterations than this runtime allows")
	}
	size := h.Size()
	if a[4] != pyrt.None {
		if size, err = pyrt.IndexInt(t, a[4]); err != nil {
			return nil, err
		}
		if size < 1 || size > 1<<16 {
			return nil, pyrt.Errorf(pyrt.ValueError, "key length must be greater than 0.")
		}
	}
	var key []byte
	aerr := t.Apart(n*size, func() {
		key, err = pbkdf2.Key(func() hash.Hash { return newHash(strings.ReplaceAll(name, "-", "_")) }, password, []byte(salt), n, size)
	})
	if aerr != nil {
		return nil, aerr
	}
	if err != nil {
		return nil, pyrt.Errorf(pyrt.ValueError, "%s", err)
	}
	return pyrt.Bytes(key), nil
}
