# round trips
import zlib
for data in (b'', b'a', b'hello ' * 1000, bytes(range(256)) * 20):
    for level in (-1, 0, 1, 6, 9):
        assert zlib.decompress(zlib.compress(data, level)) == data
    print(len(data), zlib.compress(data)[:2], zlib.compress(data, 9)[:2], zlib.compress(data, 1)[:2])
# ---
# data that another program compressed
import zlib
print(zlib.decompress(bytes.fromhex('789ccb48cdc9c95728cf2fca49010019fe0429'[:-6] + '1a0b045d')))
# ---
# checksums
import zlib
print(zlib.crc32(b'hello'), zlib.crc32(b' world', zlib.crc32(b'hello')) == zlib.crc32(b'hello world'), zlib.crc32(b''))
print(zlib.adler32(b'hello'), zlib.adler32(b' world', zlib.adler32(b'hello')) == zlib.adler32(b'hello world'), zlib.adler32(b''))
print(zlib.crc32(bytearray(b'x')), zlib.adler32(memoryview(b'x')), zlib.crc32(b'a', -1), zlib.adler32(b'abc', 5))
# ---
# raw and gzip containers
import zlib
for w in (-15, -9, 15, 9, 31):
    c = zlib.compressobj(6, zlib.DEFLATED, w); x = c.compress(b'data ' * 50) + c.flush()
    print(w, zlib.decompressobj(w).decompress(x) == b'data ' * 50, zlib.decompress(x, w) == b'data ' * 50)
print(zlib.decompress(zlib.compress(b'auto'), 47), zlib.decompress(zlib.compress(b'gz', wbits=31), 47))
# ---
# errors
import zlib
good = zlib.compress(b'some text to compress')
for f in (lambda: zlib.decompress(b'not compressed'), lambda: zlib.decompress(good[:-2]), lambda: zlib.decompress(good[:8]), lambda: zlib.decompress(good[:-1] + b'\x00'), lambda: zlib.decompress(b''), lambda: zlib.compress('text'), lambda: zlib.compress(b'', 10), lambda: zlib.decompress('x'), lambda: zlib.crc32('x'), lambda: zlib.compressobj(level=22), lambda: zlib.decompressobj(wbits=99)):
    try: print(f())
    except Exception as e: print(type(e).__module__, type(e).__name__, e)
print(issubclass(zlib.error, Exception), zlib.error.__mro__[1])
# ---
# decompressing in pieces
import zlib
data = zlib.compress(b'0123456789' * 100) + b'what follows'
d = zlib.decompressobj(); out = b''
for i in range(0, len(data), 7): out += d.decompress(data[i:i + 7])
print(len(out), d.eof, d.unused_data, d.unconsumed_tail, d.flush())
d = zlib.decompressobj(); print(d.eof, d.decompress(data[:4]), d.eof)
# ---
# a limited length
import zlib
data = zlib.compress(b'x' * 1000)
d = zlib.decompressobj(); a = d.decompress(data, 10); print(len(a), d.eof, bool(d.unconsumed_tail))
b = d.decompress(d.unconsumed_tail); print(len(a) + len(b) + len(d.flush()), d.eof)
try: d.decompress(b'', -1)
except ValueError as e: print(e)
# ---
# a dictionary
import zlib
words = b'the quick brown fox'
c = zlib.compressobj(zdict=words); x = c.compress(b'the brown fox') + c.flush()
print(zlib.decompressobj(zdict=words).decompress(x))
try: zlib.decompress(x)
except zlib.error as e: print(e)
try: zlib.decompressobj(zdict=b'wrong').decompress(x)
except zlib.error as e: print(e)
# ---
# copies
import zlib, copy
c = zlib.compressobj(); c.compress(b'one '); k = c.copy(); c.compress(b'two'); k.compress(b'three')
x = zlib.compressobj(); y = x.compress(b'one ') ; z = x.copy()
a = y + x.compress(b'two') + x.flush(); b = y + z.compress(b'three') + z.flush()
print(zlib.decompress(a), zlib.decompress(b))
# ---
# gzip in memory
import gzip
x = gzip.compress(b'payload ' * 10, mtime=0); print(x[:4], x[4:8], gzip.decompress(x) == b'payload ' * 10)
print(gzip.decompress(gzip.compress(b'a') + gzip.compress(b'b')), gzip.decompress(b''), x[8:10], gzip.compress(b'', 1, mtime=5)[:10])
for bad in (b'nonsense', x[:12], x[:-3], x[:-8] + b'\0' * 8, x[:-4] + b'\1\0\0\0'):
    try: print(gzip.decompress(bad))
    except Exception as e: print(type(e).__name__, e)
print(gzip.BadGzipFile.__mro__[1])
# ---
# gzip files
import gzip, io
buf = io.BytesIO()
with gzip.GzipFile(fileobj=buf, mode='wb', mtime=1, filename='name.txt') as f:
    print(f.write(b'line 1\nline 2\n'), f.writable(), f.readable(), f.mode); f.write(b'line 3'); print(f.tell())
print(buf.getvalue()[:19], f.closed)
buf.seek(0)
with gzip.open(buf) as f:
    print(f.readline(), f.tell(), list(f), f.read()); f.seek(2); print(f.read(3), f.mtime)
buf.seek(0)
with gzip.open(buf, 'rt') as f: print(f.read())
out = io.BytesIO()
with gzip.open(out, 'wt', encoding='utf-8') as f: f.write('größe\n')
print(gzip.decompress(out.getvalue()))
for m in ('rbt', 'zz'):
    try: gzip.open(io.BytesIO(), m)
    except ValueError as e: print(e)
try: gzip.open(5)
except TypeError as e: print(e)
try: gzip.open(io.BytesIO(), 'rb', encoding='utf-8')
except ValueError as e: print(e)
