package script

import (
	"fmt"
	"regexp"
	"strings"
	"sync"
)

// maxInterpolation is how deep values may refer to values, as in Python.
const maxInterpolation = 10

var reference = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^%\(([^)]+)\)s`) })

// interpolate puts `%(name)s` and `%%` in.
func (i *Ini) interpolate(sec, option, raw string) (string, error) {
	var b strings.Builder
	if err := i.interpolateInto(&b, sec, option, raw, raw, 1); err != nil {
		return "", err
	}
	return b.String(), nil
}

func (i *Ini) interpolateInto(b *strings.Builder, sec, option, rest, raw string, depth int) error {
	if depth > maxInterpolation {
		return i.fault("InterpolationDepthError", fmt.Sprintf("Recursion limit exceeded in value substitution: option %s in section %s "+
			"contains an interpolation key which cannot be substituted in %d steps. Raw value: %s",
			quote(option), quote(sec), maxInterpolation, quote(raw)))
	}
	for rest != "" {
		before, after, ok := strings.Cut(rest, "%")
		b.WriteString(before)
		if !ok {
			return nil
		}
		switch {
		case strings.HasPrefix(after, "%"):
			b.WriteByte('%')
			rest = after[1:]
		case strings.HasPrefix(after, "("):
			m := reference().FindStringSubmatch("%" + after)
			if m == nil {
				return i.fault("InterpolationSyntaxError", "bad interpolation variable reference "+quote("%"+after))
			}
			rest = after[len(m[0])-1:]
			value, ok := i.Raw(sec, m[1])
			if !ok {
				return i.fault("InterpolationMissingOptionError", fmt.Sprintf("Bad value substitution: option %s in section %s contains "+
					"an interpolation key %s which is not a valid option name. Raw value: %s",
					quote(option), quote(sec), quote(strings.ToLower(m[1])), quote(raw)))
			}
			if !strings.Contains(value, "%") {
				b.WriteString(value)
			} else if err := i.interpolateInto(b, sec, option, value, raw, depth+1); err != nil {
				return err
			}
		default:
			return i.fault("InterpolationSyntaxError", "'%' must be followed by '%' or '(', found: "+quote("%"+after))
		}
	}
	return nil
}

func (i *Ini) fault(class, message string) error {
	return &IniError{Class: class, Message: message, File: i.Name}
}

// format is Python's `text % values` as far as values of pyproject.toml use it.
func format(text string, values map[string]string) (string, error) {
	var b strings.Builder
	for {
		before, after, ok := strings.Cut(text, "%")
		b.WriteString(before)
		if !ok {
			return b.String(), nil
		}
		if strings.HasPrefix(after, "%") {
			b.WriteByte('%')
			text = after[1:]
			continue
		}
		m := reference().FindStringSubmatch("%" + after)
		if m == nil {
			return "", &Error{Class: ValueError, Message: "unsupported format character in " + quote("%"+after) + " (write %% for a percent sign)"}
		}
		v, ok := values[m[1]]
		if !ok {
			return "", keyError(m[1])
		}
		b.WriteString(v)
		text = after[len(m[0])-1:]
	}
}

// BadInterpolation is where a value has a percent sign that neither is doubled
// nor begins a reference, counted as Python counts it; -1 if it has none.
func BadInterpolation(value string) int {
	rest := strings.ReplaceAll(value, "%%", "")
	rest = anyReference().ReplaceAllString(rest, "")
	return strings.Index(rest, "%")
}

var anyReference = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`%\(([^)]+)\)s`) })
