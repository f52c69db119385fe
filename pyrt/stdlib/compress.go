package stdlib

import (
	"bytes"
	"compress/flate"
	"errors"
	"hash/adler32"
	"hash/crc32"
	"io"

	"github.com/mrt-tools/mrt/pyrt"
)

// compressModule is the Go half of module zlib: raw deflate and its checksums.
// Headers and trailers are the business of the Python half.
func compressModule(*pyrt.Thread) *pyrt.Module {
	m := pyrt.NewModule("_zlib")
	m.Define("deflate(data, level, zdict)", deflate)
	m.Define("inflate(data, zdict, limit)", inflate)
	m.Define("adler32(data, value)", func(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
		s, n, err := checksumArgs(t, a)
		return pyrt.Int(adlerFrom(n, s)), err
	})
	m.Define("crc32(data, value)", func(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
		s, n, err := checksumArgs(t, a)
		return pyrt.Int(crc32.Update(n, crc32.IEEETable, []byte(s))), err
	})
	return m
}

func checksumArgs(t *pyrt.Thread, a []pyrt.Value) (string, uint32, error) {
	s, ok := pyrt.Buffer(a[0])
	if !ok {
		return "", 0, pyrt.Errorf(pyrt.TypeError, "a bytes-like object is required, not '%s'", a[0].Type().Name)
	}
	n, err := pyrt.IndexInt(t, a[1])
	return s, uint32(n), err
}

// adlerFrom goes on with a checksum that began elsewhere.
func adlerFrom(start uint32, s string) uint32 {
	if start == 1 {
		return adler32.Checksum([]byte(s))
	}
	const mod = 65521
	lo, hi := start&0xffff, start>>16
	for i := range len(s) {
		lo = (lo + uint32(s[i])) % mod
		hi = (hi + lo) % mod
	}
	return hi<<16 | lo
}

// deflate compresses; zdict may be empty.
func deflate(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
	data, _ := pyrt.Buffer(a[0])
	level, _ := pyrt.AsInt(a[1])
	dict, _ := pyrt.Buffer(a[2])
	if err := t.Alloc(int64(len(data)), 1); err != nil {
		return nil, err
	}
	var out bytes.Buffer
	w, err := flate.NewWriterDict(&out, int(level), []byte(dict))
	if err != nil {
		return nil, pyrt.Errorf(pyrt.ValueError, "Bad compression level")
	}
	for len(data) > 0 {
		n := min(len(data), inflateChunk)
		if err := t.Step(); err != nil {
			return nil, err
		}
		if _, err := w.Write([]byte(data[:n])); err != nil {
			return nil, pyrt.Errorf(pyrt.ValueError, "%s", err)
		}
		data = data[n:]
	}
	if err := w.Close(); err != nil {
		return nil, pyrt.Errorf(pyrt.ValueError, "%s", err)
	}
	return pyrt.Bytes(out.String()), nil
}

// inflateChunk is how much is compressed or decompressed between two looks at
// the limits.
const inflateChunk = 1 << 16

// inflate gives (output, bytes of input used, how it ended): "end", "more"
// where input is missing, "limit" where limit bytes of output came before the
// end, "bad" for what is no deflate stream.
func inflate(t *pyrt.Thread, a []pyrt.Value) (pyrt.Value, error) {
	data, _ := pyrt.Buffer(a[0])
	dict, _ := pyrt.Buffer(a[1])
	limit, _ := pyrt.AsInt(a[2])
	in := bytes.NewReader([]byte(data)) // an io.ByteReader: nothing is read ahead
	r := flate.NewReaderDict(in, []byte(dict))
	var out []byte
	ended := ""
	for ended == "" {
		if err := t.Alloc(inflateChunk, 1); err != nil {
			return nil, err
		}
		if err := t.Step(); err != nil {
			return nil, err
		}
		chunk := make([]byte, inflateChunk)
		if limit >= 0 {
			chunk = chunk[:min(int64(len(chunk)), max(limit-int64(len(out)), 1))]
		}
		n, err := r.Read(chunk)
		out = append(out, chunk[:n]...)
		switch {
		case err == nil && limit >= 0 && int64(len(out)) >= limit:
			ended = "limit"
		case err == io.EOF:
			ended = "end"
		case errors.Is(err, io.ErrUnexpectedEOF):
			ended = "more"
		case err != nil:
			ended = "bad"
		}
	}
	return pyrt.NewTuple(pyrt.Bytes(string(out)), pyrt.Int(len(data)-in.Len()), pyrt.Str(ended)), nil
}
