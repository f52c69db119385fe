package pyrt_test

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/mrt-tools/mrt/pyrt"
	"github.com/mrt-tools/mrt/pyrt/stdlib"
)

// A longCall is one call whose time lies in the size of its data, not in
// Python code.
type longCall struct{ name, setup, call string }

// longCalls name what works in proportion to its data, a line each: the
// preparation, a bar, and the call.
const longCalls = `
str.replace | s = 'ab' * 1_000_000 | while True: s.replace('a', 'xyz')
str.replace none | s = 'ab' * 1_000_000 | while True: s.replace('q', 'xyz')
str.count | s = 'ab' * 1_000_000 | while True: s.count('b')
str.find | s = 'a' * 4_000_000 | while True: s.find('b')
str.find hard | s, p = 'a' * 2_000_000, 'a' * 1000 + 'b' | while True: s.find(p)
str.upper | s = 'aß' * 2_000_000 | while True: s.upper()
str.title | s = 'ab ' * 2_000_000 | while True: s.title()
str.split | s = 'ab ' * 1_000_000 | while True: s.split()
str.split sep | s = 'ab,' * 1_000_000 | while True: s.split(',')
str.splitlines | s = 'ab\n' * 1_000_000 | while True: s.splitlines()
str.join | x = ['ab'] * 1_000_000 | while True: ''.join(x)
str.translate | s = 'ab' * 2_000_000 | while True: s.translate({97: 'c'})
str.encode | s = 'aß' * 2_000_000 | while True: s.encode()
str.encode latin | s = 'aß' * 2_000_000 | while True: s.encode('latin-1')
bytes.decode | s = ('aß' * 2_000_000).encode() | while True: s.decode()
bytes.hex | s = b'ab' * 2_000_000 | while True: s.hex()
bytes.fromhex | s = '61' * 2_000_000 | while True: bytes.fromhex(s)
bytes.replace | s = b'ab' * 1_000_000 | while True: s.replace(b'a', b'xyz')
str.strip | s = ' ' * 4_000_000 | while True: s.strip()
str.zfill | s = 'ab' | while True: s.zfill(4_000_000)
str.center | s = 'ab' | while True: s.center(4_000_000, 'é')
str.expandtabs | s = 'a\t' * 1_000_000 | while True: s.expandtabs(4)
str slice | s = 'aé' * 2_000_000 | while True: s[::-1]
str index | s = 'aé' * 2_000_000 | while True: s[3_000_000]
str iterate | s = 'aé' * 2_000_000 | while True: list(s)
str add | s = 'aé' * 2_000_000 | while True: s + s
str times | s = 'aé' | while True: s * 1_000_000
str equal | s, u = 'aé' * 1_000_000, 'aé' * 3_999_999 + 'ab' | while True: s == u
str isalnum | s = 'aé' * 1_000_000 | while True: s.isalnum()
str hash | s = 'aé' * 1_000_000 | while True: hash(s[1:])
str repr | s = 'aé\n' * 2_000_000 | while True: repr(s)
str casefold | s = 'aß' * 2_000_000 | while True: s.casefold()
str contains | s = 'a' * 4_000_000 | while True: 'b' in s
str percent | s = 'ab' * 1_000_000 | while True: '%s%s' % (s, s)
str format | s = 'ab' * 1_000_000 | while True: '{}{}'.format(s, s)
f-string | s = 'ab' * 1_000_000 | while True: f'{s}{s}'
list times | x = [1, 2] | while True: x * 2_000_000
list add | x = [1] * 1_000_000 | while True: x + x
list copy | x = [1] * 1_000_000 | while True: x.copy()
list slice | x = [1] * 1_000_000 | while True: x[::2]
list count | x = [1] * 1_000_000 | while True: x.count(2)
list index | x = [1] * 1_000_000 | while True: 2 in x
list equal | x, y = [1] * 1_000_000, [1] * 1_000_000 | while True: x == y
list reverse | x = [1] * 1_000_000 | while True: x.reverse()
list extend | x = [1] * 1_000_000 | while True: [].extend(x)
list insert | x = [1] * 1_000_000 | while True: x.insert(0, 1)
list pop | x = [1] * 1_000_000 | while True: x.pop(0); x.append(1)
list repr | x = [1] * 1_000_000 | while True: repr(x)
list of tuple | x = (1,) * 1_000_000 | while True: list(x)
list of range | x = range(1_000_000) | while True: list(x)
tuple of list | x = [1] * 1_000_000 | while True: tuple(x)
tuple add | x = (1,) * 1_000_000 | while True: x + x
tuple hash | x = (1,) * 1_000_000 | while True: hash(x)
slice assign | x = [1] * 1_000_000 | while True: x[1:1] = x
sort floats | import random; x = [random.random() for _ in range(200_000)] | while True: sorted(x)
sort ints | x = [i * 7919 % 200_003 for i in range(200_000)] | while True: sorted(x)
sort strings | x = [str(i * 7919 % 200_003) for i in range(200_000)] | while True: sorted(x)
sort key | x = list(range(200_000)) | while True: sorted(x, key=lambda v: -v)
sort tuples | x = [(i * 7919 % 200_003, i) for i in range(200_000)] | while True: sorted(x)
min | x = [1] * 1_000_000 | while True: min(x)
sum | x = [1] * 1_000_000 | while True: sum(x)
sum floats | x = [1.5] * 1_000_000 | while True: sum(x)
any | x = [0] * 1_000_000 | while True: any(x)
zip | x = [0] * 1_000_000 | while True: list(zip(x, x))
enumerate | x = [0] * 1_000_000 | while True: list(enumerate(x))
map | x = [0] * 1_000_000 | while True: list(map(str, x))
filter | x = [0] * 1_000_000 | while True: list(filter(None, x))
reversed | x = [0] * 1_000_000 | while True: list(reversed(x))
set of list | x = list(range(500_000)) | while True: set(x)
set union | x, y = set(range(500_000)), set(range(250_000, 750_000)) | while True: x | y
set intersection | x, y = set(range(500_000)), set(range(250_000, 750_000)) | while True: x & y
set difference | x, y = set(range(500_000)), set(range(250_000, 750_000)) | while True: x - y
set symmetric | x, y = set(range(500_000)), set(range(250_000, 750_000)) | while True: x ^ y
set subset | x, y = set(range(500_000)), set(range(600_000)) | while True: x <= y
set copy | x = set(range(500_000)) | while True: x.copy()
set equal | x, y = set(range(500_000)), set(range(500_000)) | while True: x == y
frozenset hash | x = range(500_000) | while True: hash(frozenset(x))
set update | x, y = set(range(500_000)), set(range(250_000, 750_000)) | while True: set(x).update(y)
dict update | x = dict.fromkeys(range(500_000)) | while True: {}.update(x)
dict copy | x = dict.fromkeys(range(500_000)) | while True: x.copy()
dict or | x = dict.fromkeys(range(500_000)) | while True: x | x
dict equal | x, y = dict.fromkeys(range(500_000)), dict.fromkeys(range(500_000)) | while True: x == y
dict fromkeys | x = range(500_000) | while True: dict.fromkeys(x)
dict values | x = dict.fromkeys(range(500_000)) | while True: list(x.items())
dict display | x = dict.fromkeys(range(500_000)) | while True: {**x}
comprehension | x = range(10**9) | [0 for _ in x]
int mul | x = 3 ** 600_000 | while True: x * x
int pow | x = 3 ** 1000 | while True: x ** 600
int pow mod | x = 3 ** 3_000 | while True: pow(x, x, x + 2)
int div | x, y = 3 ** 600_000, 7 ** 100_000 | while True: x // y
int mod | x, y = 3 ** 600_000, 7 ** 100_000 | while True: x % y
int shift | x = 3 ** 600_000 | while True: x << 100
int add | x = 3 ** 600_000 | while True: x + 1
int hex | x = 3 ** 600_000 | while True: hex(x)
int to_bytes | x = 3 ** 600_000 | while True: x.to_bytes(200_000)
int from_bytes | x = b'a' * 200_000 | while True: int.from_bytes(x)
factorial | import math | while True: math.factorial(100_000)
comb | import math | while True: math.comb(60_000, 30_000)
perm | import math | while True: math.perm(60_000, 30_000)
gcd | import math; x, y = 3 ** 100_000, 7 ** 80_000 | while True: math.gcd(x, y)
isqrt | import math; x = 3 ** 600_000 | while True: math.isqrt(x)
prod | import math; x = [3] * 100_000 | while True: math.prod(x)
fsum | import math; x = [0.1] * 1_000_000 | while True: math.fsum(x)
sumprod | import math; x = [0.1] * 1_000_000 | while True: math.sumprod(x, x)
dist | import math; x = [0.1] * 1_000_000 | while True: math.dist(x, x)
hypot | import math; x = [0.1] * 1_000_000 | while True: math.hypot(*x)
decimal ln | from decimal import *; getcontext().prec = 5000 | while True: Decimal(7).ln()
decimal exp | from decimal import *; getcontext().prec = 5000 | while True: Decimal(7).exp()
decimal power | from decimal import *; getcontext().prec = 5000 | while True: Decimal(7) ** Decimal('0.3')
decimal sqrt | from decimal import *; getcontext().prec = 50000 | while True: Decimal(7).sqrt()
decimal div | from decimal import *; getcontext().prec = 50000 | while True: Decimal(1) / Decimal(7)
decimal mul | from decimal import *; getcontext().prec = 50000; x = Decimal(7).sqrt() | while True: x * x
decimal str | from decimal import *; getcontext().prec = 50000; x = Decimal(7).sqrt() | while True: str(x)
decimal parse | from decimal import *; x = '7' * 300_000 | while True: Decimal(x)
fraction | from fractions import Fraction; x = Fraction(3 ** 20_000, 7 ** 20_000) | while True: x + x * x
re backtracking | import re | re.match('(a+)+$', 'a' * 60 + 'b')
re search | import re; s = 'a' * 2_000_000 | while True: re.search('b', s)
re sub | import re; s = 'ab' * 500_000 | while True: re.sub('a', 'xx', s)
re findall | import re; s = 'ab ' * 500_000 | while True: re.findall(r'\w+', s)
re split | import re; s = 'ab ' * 500_000 | while True: re.split(r' ', s)
re compile | import re; p = '(a|b)' * 20_000 | while True: re.purge(); re.compile(p)
re lookbehind | import re; s = 'ab ' * 500_000 | while True: re.findall(r'(?<=a)b', s)
json dumps | import json; x = list(range(300_000)) | while True: json.dumps(x)
json dumps str | import json; x = 'aé' * 2_000_000 | while True: json.dumps(x)
json loads | import json; x = json.dumps(list(range(300_000))) | while True: json.loads(x)
json loads str | import json; x = json.dumps('aé' * 1_000_000) | while True: json.loads(x)
sha256 | import hashlib; x = b'a' * 20_000_000 | while True: hashlib.sha256(x)
md5 | import hashlib; x = b'a' * 20_000_000 | while True: hashlib.md5(x)
pbkdf2 | import hashlib | hashlib.pbkdf2_hmac('sha256', b'a', b'b', 9_000_000)
crc32 | import binascii; x = b'a' * 20_000_000 | while True: binascii.crc32(x)
base64 encode | import base64; x = b'a' * 3_000_000 | while True: base64.b64encode(x)
base64 decode | import base64; x = base64.b64encode(b'a' * 3_000_000) | while True: base64.b64decode(x)
hexlify | import binascii; x = b'a' * 3_000_000 | while True: binascii.hexlify(x)
quote | from urllib.parse import quote; x = 'aé ' * 300_000 | while True: quote(x)
html.escape | import html; x = '<a>&' * 1_000_000 | while True: html.escape(x)
html.unescape | import html; x = '&lt;a&amp;' * 500_000 | while True: html.unescape(x)
normalize | import unicodedata; x = 'aé' * 1_000_000 | while True: unicodedata.normalize('NFD', x)
deque | from collections import deque; x = range(500_000) | while True: deque(x)
deque rotate | from collections import deque; x = deque(range(500_000)) | while True: x.rotate(100_000)
Counter | from collections import Counter; x = 'abc' * 300_000 | while True: Counter(x)
itertools.product | import itertools | for _ in itertools.product(range(1000), repeat=9): pass
itertools.chain | import itertools; x = range(500_000) | while True: list(itertools.chain(x, x))
itertools.accumulate | import itertools; x = range(500_000) | while True: list(itertools.accumulate(x))
itertools.islice | import itertools | next(itertools.islice(itertools.count(), 10**12, None))
itertools.combinations | import itertools | while True: list(itertools.islice(itertools.combinations(range(1000), 5), 300_000))
itertools.permutations | import itertools | next(itertools.islice(itertools.permutations(range(12)), 10**9, None))
itertools.groupby | import itertools; x = [1] * 1_000_000 | while True: list(itertools.groupby(x))
itertools.repeat | import itertools | sum(itertools.repeat(1))
itertools.cycle | import itertools | for _ in itertools.cycle([1]): pass
functools.reduce | import functools; import operator; x = range(500_000) | while True: functools.reduce(operator.add, x)
heapq | import heapq; x = list(range(200_000)) | while True: heapq.heapify(x)
bisect | import bisect; x = list(range(200_000)) | while True: bisect.insort(x, 5)
random.shuffle | import random; x = list(range(200_000)) | while True: random.shuffle(x)
random.sample | import random; x = list(range(200_000)) | while True: random.sample(x, 100_000)
random.randbytes | import random | while True: random.randbytes(100_000)
textwrap | import textwrap; x = 'ab cd ' * 50_000 | while True: textwrap.fill(x)
difflib | import difflib; x, y = 'abc' * 2_000, 'acb' * 2_000 | difflib.SequenceMatcher(None, x, y).ratio()
csv | import csv; x = ['a,b,c'] * 100_000 | while True: list(csv.reader(x))
struct | import struct; x = b'a' * 1_000_000 | while True: struct.unpack('1000000B', x)
StringIO | import io; x = 'ab\n' * 1_000_000 | while True: io.StringIO(x).readlines()
copy.deepcopy | import copy; x = [[1]] * 200_000 | while True: copy.deepcopy(x)
pprint | import pprint; x = list(range(50_000)) | while True: pprint.pformat(x)
statistics | import statistics; x = list(range(100_000)) | while True: statistics.stdev(x)
bytearray | x = bytearray(1_000_000) | while True: x.reverse(); x + x
bytes iterate | x = b'ab' * 2_000_000 | while True: list(x)
memoryview | x = memoryview(b'ab' * 2_000_000) | while True: x.tolist()
bytes translate | x, y = b'ab' * 1_000_000, bytes(range(256)) | while True: x.translate(y)
bytes join | x = [b'ab'] * 1_000_000 | while True: b''.join(x)
int bytes | x = 4_000_000 | while True: bytes(x)
eval | x = '1 + ' * 2_000 + '1' | while True: eval(x)
compile | x = 'a = 1\n' * 100_000 | while True: compile(x, 'x', 'exec')
unpack | x = [1] * 1_000_000 | while True: a, *b = x
call star | x = [1] * 1_000_000; f = lambda *a: None | while True: f(*x)
print | x = [1] * 300_000 | while True: print(*x)
str of dict | x = dict.fromkeys(range(200_000)) | while True: str(x)
str mod width |  | while True: '%8000000d' % 1
range contains | class N(int): pass | N(5) in range(10**9 + 1, 10**9 * 5)
range index | N = type("N", (int,), {}); x = range(10**12) | x.count(N(-5))
`

// endlessCalls are such that a single call takes for ever, or for seconds.
const endlessCalls = `
sum |  | sum(iter(int, 1))
list |  | list(iter(int, 1))
tuple |  | tuple(iter(int, 1))
set |  | set(iter(int, 1))
max |  | max(iter(int, 1))
any |  | any(iter(int, 1))
all |  | all(iter(lambda: 1, 0))
in |  | 1 in iter(int, 1)
join |  | ''.join(iter(str, 1))
bytes |  | bytes(iter(int, 1))
deque | from collections import deque | deque(iter(int, 1), 3)
Counter | from collections import Counter | Counter(iter(int, 1))
dict |  | dict(iter(lambda: (1, 2), 1))
fromkeys |  | dict.fromkeys(iter(int, 1))
extend |  | [].extend(iter(int, 1))
update |  | set().update(iter(int, 1))
unpack |  | a, *b = iter(int, 1)
star | f = lambda *a: 1 | f(*iter(int, 1))
display |  | [*iter(int, 1)]
comprehension |  | [x for x in iter(int, 1)]
generator |  | sum(x for x in iter(int, 1))
map |  | list(map(str, iter(int, 1)))
filter |  | next(filter(None, iter(int, 1)))
zip |  | list(zip(iter(int, 1)))
reduce | import functools | functools.reduce(lambda a, b: 0, iter(int, 1))
islice | import itertools | next(itertools.islice(itertools.count(), 10**12, None))
product | import itertools | sum(1 for _ in itertools.product(range(1000), repeat=9))
permutations | import itertools | next(itertools.islice(itertools.permutations(range(12)), 10**9, None))
combinations | import itertools | next(itertools.islice(itertools.combinations(range(999), 9), 10**9, None))
accumulate | import itertools | list(itertools.accumulate(iter(int, 1)))
dropwhile | import itertools | list(itertools.dropwhile(lambda x: not x, iter(int, 1)))
cycle | import itertools | list(itertools.cycle([1]))
repeat | import itertools | sum(itertools.repeat(1))
groupby | import itertools | list(itertools.groupby(iter(int, 1)))
range | N = type("N", (int,), {}) | range(10**12).count(N(-5))
int pow |  | pow(3, 10**4000, 10**4000 + 7)
int square | x = 3 ** 1_000_000 | x * x
int division | x, y = 3 ** 2_000_000, 7 ** 500_000 | x // y
factorial | import math | math.factorial(100_000)
comb | import math | math.comb(300_000, 150_000)
perm | import math | math.perm(100_000, 90_000)
isqrt | import math; x = 3 ** 2_000_000 | math.isqrt(x)
gcd | import math; x, y = 3 ** 1_000_000, 7 ** 700_000 | math.gcd(x, y)
ln | from decimal import *; getcontext().prec = 5000 | Decimal(7).ln()
exp | from decimal import *; getcontext().prec = 5000 | Decimal(7).exp()
power | from decimal import *; getcontext().prec = 5000 | Decimal(7) ** Decimal('0.3')
sqrt | from decimal import *; getcontext().prec = 50_000 | Decimal(7).sqrt()
re | import re | re.match('(a+)+$', 'a' * 60 + 'b')
re sub | import re | re.sub('(x|y)*z', '', 'xy' * 50_000)
pbkdf2 | import hashlib | hashlib.pbkdf2_hmac('sha256', b'a', b'b', 9_000_000)
sha256 | import hashlib; x = bytes(1 << 20) | hashlib.sha256(x)
casefold | x = 'aß' * 200_000 | x.casefold()
translate | x = 'ab' * 200_000 | x.translate({97: 'c'})
replace | x = 'ab' * 200_000 | x.replace('a', 'bcd')
split | x = 'ab ' * 200_000 | x.split()
normalize | import unicodedata; x = 'aé' * 200_000 | unicodedata.normalize('NFD', x)
sort | x = list(range(50_000)) | sorted(x)
sort key | x = list(range(50_000)) | sorted(x, key=lambda v: -v)
set and | x = set(range(50_000)) | x & x
set or | x = set(range(50_000)) | x | set(x)
dict equal | x = dict.fromkeys(range(50_000)) | x == dict(x)
list equal | x = [[1]] * 50_000 | x == [[1]] * 50_000
repr | x = list(range(50_000)) | repr(x)
eval | x = '1 + ' * 10_000 + '1' | eval(x)
json | import json; x = list(range(100_000)) | json.dumps(x)
json text | import json; x = '[' + '1, ' * 100_000 + '1]' | json.loads(x)
deepcopy | import copy; x = [[1]] * 50_000 | copy.deepcopy(x)
difflib | import difflib; x, y = 'abc' * 2_000, 'acb' * 2_000 | difflib.SequenceMatcher(None, x, y).ratio()
`

// TestCancelledCall cancels right before a call that would take long: the call
// itself must end by it.
func TestCancelledCall(t *testing.T) {
	calls := splitCalls(endlessCalls)
	if len(calls) < 40 {
		t.Fatal(len(calls))
	}
	for _, c := range calls {
		t.Run(c.name, func(t *testing.T) {
			ctx, cancel := context.WithCancel(context.Background())
			defer cancel()
			th := &pyrt.Thread{Context: ctx, Stdlib: stdlib.Import, MaxSteps: 50_000_000, MaxMemory: 1 << 30}
			defer th.Close()
			globals, returned := pyrt.NewDict(), false
			globals.SetStr("stop", pyrt.NewBuiltin("stop()", func(*pyrt.Thread, []pyrt.Value) (pyrt.Value, error) {
				cancel()
				return pyrt.None, nil
			}))
			globals.SetStr("returned", pyrt.NewBuiltin("returned(value)", func(*pyrt.Thread, []pyrt.Value) (pyrt.Value, error) {
				returned = true
				return pyrt.None, nil
			}))
			if err := pyrt.Exec(th, c.setup, globals, nil); err != nil {
				t.Fatal(pyrt.FormatException(err))
			}
			call := "returned((stop(), " + c.call + "))"
			if strings.Contains(c.call, " = ") {
				call = "stop(); " + c.call + "; returned(1)"
			}
			err := pyrt.Exec(th, call, globals, nil)
			if returned || !errors.Is(err, context.Canceled) {
				t.Errorf("it returned: %v; the run ended with %v", returned, err)
			}
		})
	}
}

func splitCalls(table string) []longCall {
	var out []longCall
	for line := range strings.Lines(strings.TrimSpace(table)) {
		f := strings.SplitN(line, " | ", 3)
		for i := range f {
			f[i] = strings.TrimSpace(f[i])
		}
		out = append(out, longCall{f[0], f[1], f[2]})
	}
	return out
}

// BenchmarkCancel measures how long after the cancellation each of the calls
// ends; one that does not end within three seconds is left behind.
func BenchmarkCancel(b *testing.B) {
	for _, c := range splitCalls(longCalls) {
		b.Run(c.name, func(b *testing.B) {
			var worst time.Duration
			for range b.N {
				late := make(chan time.Duration, 1)
				go func() { late <- cancelled(b, c) }()
				select {
				case d := <-late:
					worst = max(worst, d)
				case <-time.After(6 * time.Second):
					b.Fatal("it goes on and on")
				}
			}
			b.ReportMetric(float64(worst.Microseconds())/1000, "ms-late")
		})
	}
}

func cancelled(b *testing.B, c longCall) time.Duration {
	th := &pyrt.Thread{Context: context.Background(), Stdlib: stdlib.Import, MaxSteps: 1 << 60, MaxMemory: 1 << 50}
	defer th.Close()
	globals := pyrt.NewDict()
	if err := pyrt.Exec(th, c.setup, globals, nil); err != nil {
		b.Error(pyrt.FormatException(err))
		return 0
	}
	ctx, cancel := context.WithCancel(context.Background())
	th.Context = ctx
	var stopped time.Time
	time.AfterFunc(30*time.Millisecond, func() {
		stopped = time.Now()
		cancel()
	})
	th.Refill()
	err := pyrt.Exec(th, c.call, globals, nil)
	late := time.Since(stopped)
	if !errors.Is(err, context.Canceled) {
		b.Errorf("ended with %v", err)
		return 0
	}
	return late
}
