package report

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"
	"testing"
)

// sarifObject is what SARIF 2.1.0 (OASIS, the section named) says of one object as
// far as mrt writes it: its properties with their types, the required ones marked.
// A type is string, bool, line (an integer from 1), index (an integer from 0), a word
// list a|b, a map of strings {}, another object's name, or [] before any of these.
type sarifObject map[string]string

var sarifObjects = map[string]sarifObject{
	"log":              {"$schema": "string", "version!": "2.1.0", "runs!": "[]run"},                                                                                                                                    // 3.13
	"run":              {"tool!": "tool", "columnKind": "utf16CodeUnits|unicodeCodePoints", "results": "[]result", "invocations": "[]invocation"},                                                                       // 3.14
	"tool":             {"driver!": "component"},                                                                                                                                                                        // 3.18
	"component":        {"name!": "string", "version": "string", "informationUri": "string", "rules": "[]rule"},                                                                                                         // 3.19
	"invocation":       {"executionSuccessful!": "bool", "toolExecutionNotifications": "[]notification"},                                                                                                                // 3.20
	"notification":     {"level": "none|note|warning|error", "message!": "message"},                                                                                                                                     // 3.58
	"rule":             {"id!": "string", "name": "string", "shortDescription": "multiformat", "fullDescription": "multiformat", "help": "multiformat", "defaultConfiguration": "configuration", "helpUri": "string"},   // 3.49
	"configuration":    {"level": "none|note|warning|error"},                                                                                                                                                            // 3.50
	"multiformat":      {"text!": "string", "markdown": "string"},                                                                                                                                                       // 3.12
	"message":          {"text!": "string"},                                                                                                                                                                             // 3.11
	"result":           {"ruleId": "string", "ruleIndex": "index", "level": "none|note|warning|error", "message!": "message", "locations": "[]location", "relatedLocations": "[]location", "partialFingerprints": "{}"}, // 3.27
	"location":         {"id": "index", "physicalLocation": "physicalLocation", "message": "message"},                                                                                                                   // 3.28
	"physicalLocation": {"artifactLocation!": "artifactLocation", "region": "region"},                                                                                                                                   // 3.29
	"artifactLocation": {"uri!": "string"},                                                                                                                                                                              // 3.4
	"region":           {"startLine!": "line", "startColumn": "line", "endLine": "line", "endColumn": "line"},                                                                                                           // 3.30
}

func TestSARIFSchema(t *testing.T) {
	for _, command := range []string{"check", "verify"} {
		var doc any
		if err := json.Unmarshal([]byte(render(t, "sarif", sampleRun(t, command))), &doc); err != nil {
			t.Fatal(err)
		}
		validSARIF(t, command, "log", doc)
	}
	for wrong, doc := range map[string]string{
		"a property that is none": `{"version": "2.1.0", "runs": [], "extra": 1}`,
		"no runs":                 `{"version": "2.1.0"}`,
		"another version":         `{"version": "2.0.0", "runs": []}`,
		"line 0":                  `{"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "x"}}, "results": [{"message": {"text": ""}, "locations": [{"physicalLocation": {"artifactLocation": {"uri": "x"}, "region": {"startLine": 0}}}]}]}]}`,
	} {
		var v any
		if err := json.Unmarshal([]byte(doc), &v); err != nil {
			t.Fatal(err)
		}
		var found faults
		validSARIF(&found, wrong, "log", v)
		if len(found) == 0 {
			t.Errorf("%s passes", wrong)
		}
	}
}

// faults stands in for a test where one is expected to fail.
type faults []string

func (f *faults) Errorf(format string, args ...any) { *f = append(*f, format) }

func validSARIF(t interface{ Errorf(string, ...any) }, where, kind string, v any) {
	if item, ok := strings.CutPrefix(kind, "[]"); ok {
		list, ok := v.([]any)
		if !ok {
			t.Errorf("%s is no array", where)
		}
		for _, x := range list {
			validSARIF(t, where, item, x)
		}
		return
	}
	rule, ok := sarifObjects[kind]
	if !ok {
		validSARIFValue(t, where, kind, v)
		return
	}
	object, ok := v.(map[string]any)
	if !ok {
		t.Errorf("%s is no object", where)
		return
	}
	for _, name := range slices.Sorted(maps.Keys(object)) {
		of, ok := rule[name]
		if !ok {
			of, ok = rule[name+"!"]
		}
		if !ok {
			t.Errorf("%s has a property %s", where, name)
			continue
		}
		validSARIF(t, where+"."+name, of, object[name])
	}
	for name := range rule {
		if need, ok := strings.CutSuffix(name, "!"); ok && object[need] == nil {
			t.Errorf("%s has no %s", where, need)
		}
	}
}

func validSARIFValue(t interface{ Errorf(string, ...any) }, where, kind string, v any) {
	text, isText := v.(string)
	number, isNumber := v.(float64)
	switch kind {
	case "string":
		if !isText {
			t.Errorf("%s is no string", where)
		}
	case "bool":
		if _, ok := v.(bool); !ok {
			t.Errorf("%s is no boolean", where)
		}
	case "line", "index":
		if least := map[string]float64{"line": 1}[kind]; !isNumber || number != float64(int(number)) || number < least {
			t.Errorf("%s is %v", where, v)
		}
	case "{}":
		object, ok := v.(map[string]any)
		if !ok {
			t.Errorf("%s is no object", where)
		}
		for name, x := range object {
			if _, ok := x.(string); !ok {
				t.Errorf("%s.%s is no string", where, name)
			}
		}
	default:
		if !isText || !slices.Contains(strings.Split(kind, "|"), text) {
			t.Errorf("%s is %v, none of %s", where, v, kind)
		}
	}
}
