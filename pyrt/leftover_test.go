package pyrt_test

import (
	"io/fs"
	"runtime"
	"sync/atomic"
	"testing"
	"testing/fstest"
	"time"

	"github.com/mrt-tools/mrt/pyrt"
	"github.com/mrt-tools/mrt/pyrt/pyrttest"
	"github.com/mrt-tools/mrt/pyrt/stdlib"
)

// countedFiles counts the files that are open.
type countedFiles struct {
	fstest.MapFS
	open atomic.Int64
}

func (c *countedFiles) Open(name string) (fs.File, error) {
	f, err := c.MapFS.Open(name)
	if err != nil {
		return nil, err
	}
	c.open.Add(1)
	return &countedFile{f, c}, nil
}

type countedFile struct {
	fs.File
	of *countedFiles
}

func (f *countedFile) Close() error {
	f.of.open.Add(-1)
	return f.File.Close()
}

// leavers are programs that end with something still under way.
var leavers = map[string]string{
	"generators":    "def g():\n    try:\n        while True: yield 1\n    finally: pass\nkept = [g() for _ in range(300)]\nfor x in kept: next(x)\n",
	"nested":        "def g(n):\n    if n: yield from g(n - 1)\n    yield n\ni = g(50); next(i)\n",
	"coroutines":    "async def f(): pass\nasync def g():\n    import asyncio\n    await asyncio.sleep(9)\nc = g(); c2 = f(); c.send(None)\n",
	"tasks":         "import asyncio\nasync def forever():\n    while True: await asyncio.sleep(1)\nasync def main():\n    for _ in range(50): asyncio.create_task(forever())\n    await asyncio.sleep(3)\nasyncio.run(main())\n",
	"loop unclosed": "import asyncio\nloop = asyncio.new_event_loop()\nloop.create_task(asyncio.sleep(5))\nloop.call_later(1, loop.stop)\nloop.run_forever()\n",
	"threads":       "import threading, queue\nq = queue.Queue()\nfor _ in range(100): threading.Thread(target=q.get, daemon=True).start()\n",
	"deadlock":      "import threading\nl = threading.Lock(); l.acquire()\nt = threading.Thread(target=l.acquire); t.start(); t.join()\n",
	"thread in generator": "import threading, queue\nq = queue.Queue()\ndef g():\n    while True: yield q.get()\n" +
		"t = threading.Thread(target=lambda: list(g()), daemon=True); t.start(); q.put(1)\n",
	"files":          "kept = [open('inside.txt') for _ in range(50)]\nfor f in kept: f.read(1)\n",
	"failure":        "f = open('inside.txt')\ndef g():\n    yield 1\n    raise ValueError\ni = g(); next(i)\n1 / 0\n",
	"steps":          "def g():\n    while True: yield 1\nfor x in g(): pass\n",
	"regexes":        "import re\nre.match('(a+)+$', 'a' * 40 + 'b')\n",
	"recursion":      "def f(): return f()\nf()\n",
	"cycles":         "class A: pass\nfor i in range(2000):\n    a = A(); a.a = a; l = [a]; l.append(l)\n",
	"temporary file": "import tempfile\ntry: tempfile.NamedTemporaryFile()\nexcept OSError: pass\n",
}

// runLeaver runs one of them to its end, whatever that is.
func runLeaver(text string, files fs.FS) {
	th := &pyrt.Thread{Stdlib: stdlib.Import, MaxSteps: 200_000, MaxMemory: 64 << 20, Files: files}
	_ = pyrttest.Run(th, "test.py", []byte(text))
	th.Close()
}

// TestNothingIsLeft counts goroutines and open files after each program.
func TestNothingIsLeft(t *testing.T) {
	for name, text := range leavers {
		t.Run(name, func(t *testing.T) {
			before := runtime.NumGoroutine()
			files := &countedFiles{MapFS: fstest.MapFS{"inside.txt": {Data: []byte("in")}}}
			runLeaver(text, files)
			for range 200 {
				if runtime.NumGoroutine() <= before {
					break
				}
				time.Sleep(time.Millisecond)
			}
			if n := runtime.NumGoroutine(); n > before {
				t.Errorf("%d goroutines, %d before", n, before)
			}
			if n := files.open.Load(); n != 0 {
				t.Errorf("%d files are open", n)
			}
		})
	}
}

// TestNoMemoryIsLeft runs all of them again and again: what is reachable must
// not grow.
func TestNoMemoryIsLeft(t *testing.T) {
	inUse := func() uint64 {
		var m runtime.MemStats
		runtime.GC()
		runtime.GC()
		runtime.ReadMemStats(&m)
		return m.HeapAlloc
	}
	files := fstest.MapFS{"inside.txt": {Data: []byte("in")}}
	all := func() {
		for name, text := range leavers {
			if name != "regexes" { // takes long and keeps nothing
				runLeaver(text, files)
			}
		}
	}
	all()
	all()
	before := inUse()
	for range 5 {
		all()
	}
	if after := inUse(); after > before+1<<20 {
		t.Errorf("%d bytes are in use, %d before", after, before)
	}
}
