package stdlib

import (
	"sort"
	"strings"

	"github.com/mrt-tools/mrt/pyrt"
)

// inertModules are modules of CPython's library that can be imported but not
// used, with the reason.
var inertModules = inertTable()

func inertTable() map[string]string {
	out := make(map[string]string)
	for why, names := range map[string]string{
		"is not part of this runtime": `aifc antigravity asynchat audioop bdb binhex bz2 cProfile cgi cgitb chunk cmd code codeop
			compileall compression compression.zstd crypt curses curses.ascii curses.panel curses.textpad dbm dbm.dumb dbm.gnu dbm.ndbm dbm.sqlite3 dis
			distutils doctest encodings encodings.idna ensurepip faulthandler filecmp fileinput formatter idlelib imaplib imghdr imp
			lib2to3 lzma mailbox mailcap marshal modulefinder msilib netrc nis nntplib opcode optparse ossaudiodev
			parser pdb pickletools pipes plistlib posix profile pstats pty pwd grp py_compile pyclbr pydoc
			readline rlcompleter runpy shelve site smtpd sndhdr spwd sqlite3 statvfs stringprep sunau symbol symtable
			sysconfig syslog tabnanny tarfile termios test timeit tkinter trace tracemalloc tty turtle turtledemo
			unittest unittest.mock unittest.case unittest.async_case uu venv wave winreg winsound wsgiref wsgiref.simple_server wsgiref.util xdrlib xml.dom
			xml.dom.minidom xml.etree.cElementTree xml.parsers xml.parsers.expat
			xml.sax.handler xml.sax.expatreader xmlrpc xmlrpc.client xmlrpc.server zipapp zipfile zipimport _thread ctypes ctypes.util
			concurrent.interpreters nturl2path ntpath
			pydoc_data pydoc_data.topics pyexpat sre_compile sre_constants sre_parse this compression.zlib compression.gzip compression.bz2
			compression.lzma`,
		"would reach the network, which a migration under test must not": `ftplib http.cookies http.cookiejar http.server poplib
			smtplib socketserver telnetlib urllib.robotparser select selectors webbrowser`,
		"would start processes or threads, which a migration under test must not": `multiprocessing multiprocessing.pool multiprocessing.managers multiprocessing.shared_memory
			concurrent.futures.process resource mmap fcntl`,
	} {
		for _, n := range strings.Fields(names) {
			out[n] = why
		}
	}
	return out
}

// An inertObject stands for anything inside an inert module: it can be named
// and its attributes taken, but not used.
type inertObject struct{ name, why string }

var inertType = pyrt.NewClass(pyrt.ClassSpec{Name: "inert", Module: "pyrt"})

// Type is a class of its own.
func (*inertObject) Type() *pyrt.Type { return inertType }

// Attr gives another inert object; dunder names are absent.
func (o *inertObject) Attr(_ *pyrt.Thread, name string) (pyrt.Value, error) {
	if strings.HasPrefix(name, "__") {
		return nil, nil
	}
	return &inertObject{o.name + "." + name, o.why}, nil
}

func (o *inertObject) refuse() error {
	return pyrt.Errorf(pyrt.ImportError, "%s: module %s %s", o.name, strings.Split(o.name, ".")[0], o.why)
}

// Call refuses.
func (o *inertObject) Call(*pyrt.Thread, pyrt.Args) (pyrt.Value, error) { return nil, o.refuse() }

// Iter refuses.
func (o *inertObject) Iter(*pyrt.Thread) (pyrt.Iterator, error) { return nil, o.refuse() }

// GetItem refuses.
func (o *inertObject) GetItem(*pyrt.Thread, pyrt.Value) (pyrt.Value, error) { return nil, o.refuse() }

// Operate makes unions in annotations harmless and refuses the rest.
func (o *inertObject) Operate(_ *pyrt.Thread, op pyrt.Operator, _ pyrt.Value, _ bool) (pyrt.Value, error) {
	switch op {
	case pyrt.OpOr:
		return o, nil
	case pyrt.OpEq, pyrt.OpNe:
		return pyrt.NotImplemented, nil
	}
	return nil, o.refuse()
}

// inertModule makes a module of inert objects.
func inertModule(name, why string) *pyrt.Module {
	m := pyrt.NewModule(name)
	m.Set("__path__", pyrt.NewList())
	m.Lazy = func(_ *pyrt.Thread, attr string) (pyrt.Value, error) {
		if strings.HasPrefix(attr, "__") || inertModules[name+"."+attr] != "" {
			return nil, nil
		}
		return &inertObject{name + "." + attr, why}, nil
	}
	return m
}

func sortedKeys(m map[string]string) []string {
	out := make([]string, 0, len(m))
	for k := range m {
		out = append(out, k)
	}
	sort.Strings(out)
	return out
}
