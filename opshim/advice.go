package opshim

import (
	"regexp"
	"strings"

	"github.com/mrt-tools/mrt/pyrt"
	"sync"
)

// Messages that can be made clearer.
var (
	unknownKeyword = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`^Additional arguments should be named <dialectname>_<argument>, got '(\w+)'$`)
	})
	unknownDialect = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`^Can't validate argument '(\w+)'; can't locate any SQLAlchemy dialect named`)
	})
	surplusKeyword = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`^(?:\w+\.)?(\w+)\(\) got an unexpected keyword argument '(\w+)'$`)
	})
	missingArguments = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^(upgrade|downgrade)\(\) missing \d+ required`) })
	missingFile      = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`^\[Errno 2\] No such file or directory: '(/[^']*)'$`)
	})
	missingFunction = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`^module '\w+' has no attribute '(?:upgrade|downgrade)'$`)
	})
	entryCall = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`^(upgrade|downgrade)\(\) (?:missing|takes|got an unexpected)|^coroutine '(upgrade|downgrade)'`)
	})
)

// schemaKeywords are the keyword arguments of columns, constraints, indexes
// and tables that are written most.
func schemaKeywords() []string {
	return []string{"autoincrement", "comment", "default", "deferrable", "if_exists", "if_not_exists", "index", "initially",
		"key", "match", "name", "nullable", "ondelete", "onupdate", "prefixes", "primary_key", "quote", "schema",
		"server_default", "server_onupdate", "system", "type_", "unique", "use_alter"}
}

// advice is what to add to the message of an exception, "" if nothing: what
// CPython adds, or what was probably meant.
func (rt *runtime) advice(e *pyrt.Exception, frames []pyrt.Frame) string {
	if h := pyrt.Hint(rt.thread, e); h != "" {
		return h
	}
	text := e.Message()
	switch {
	case e.IsA(pyrt.TypeError):
		return adviceOnCall(text)
	case e.IsA(pyrt.KeyError) && len(frames) > 0 && isEnvironment(frames[len(frames)-1]):
		return ": the environment variable is not set; [env] in mrt.toml states what scripts see"
	case e.IsA(pyrt.AttributeError) && missingFunction().MatchString(text):
		return ": Alembic calls both functions in every revision"
	}
	if m := missingFile().FindStringSubmatch(text); m != nil && exists(m[1]) {
		return ": scripts read only what is inside the project"
	}
	return ""
}

func adviceOnCall(text string) string {
	if m := unknownKeyword().FindStringSubmatch(text); m != nil {
		return didYouMean(m[1], schemaKeywords())
	}
	if m := surplusKeyword().FindStringSubmatch(text); m != nil {
		if near := didYouMean(m[2], schemaKeywords()); near != "" && m[1] == "add_column" {
			return ": it is an argument of the Column" + near
		}
	}
	if missingArguments().MatchString(text) {
		return ": Alembic calls it without arguments"
	}
	return ""
}

func didYouMean(word string, candidates []string) string {
	if s := pyrt.Suggestion(word, candidates); s != "" {
		return ". Did you mean: '" + s + "'?"
	}
	return ""
}

// isEnvironment tells whether the frame is in the module that holds os.environ.
func isEnvironment(f pyrt.Frame) bool {
	return f.At.Source != nil && strings.HasSuffix(f.At.Source.Name, "os.py") && strings.HasPrefix(f.At.Source.Name, "<")
}
