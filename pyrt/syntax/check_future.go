package syntax

// futures finds the future imports at the top of a file.
func (c *checker) futures(f *File) *Error {
	done, prev := false, 0
	c.future = -1
	for i, s := range f.Body {
		line := s.Span().Position().Line
		if done && line > prev {
			return nil
		}
		prev = line
		switch s := s.(type) {
		case *ImportFrom:
			if s.Module != "__future__" || s.Level != 0 {
				done = true
				continue
			}
			if done {
				return &Error{Kind: "SyntaxError", At: s.At, Msg: lateFuture}
			}
			if err := c.features(f, s); err != nil {
				return err
			}
			c.future = line
		case *ExprStmt:
			v, ok := s.Value.(*Constant)
			if ok {
				_, ok = v.Value.(string)
			}
			done = done || !ok || i > 0
		default:
			done = true
		}
	}
	return nil
}

const lateFuture = "from __future__ imports must occur at the beginning of the file"

func (c *checker) features(f *File, s *ImportFrom) *Error {
	for _, a := range s.Names {
		switch a.Name {
		case "nested_scopes", "generators", "division", "absolute_import", "with_statement",
			"print_function", "unicode_literals", "barry_as_FLUFL", "generator_stop":
		case "annotations":
			f.FutureAnnotations = true
		case "braces":
			return &Error{Kind: "SyntaxError", At: a.At, Msg: "not a chance"}
		default:
			return &Error{Kind: "SyntaxError", At: a.At, Msg: "future feature " + a.Name + " is not defined"}
		}
	}
	return nil
}
