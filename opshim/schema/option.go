package schema

// Option is one keyword argument that belongs to a dialect, such as
// mysql_engine or postgresql_using; Name is the whole keyword.
type Option struct {
	Name  string
	Value OptionValue
}

// OptionValue is what an Option can hold.
type OptionValue interface{ optionValue() }

// The values of options.
type (
	// OptNone is Python's None.
	OptNone struct{}
	// OptString is a string.
	OptString string
	// OptBool is True or False.
	OptBool bool
	// OptInt is an integer.
	OptInt int64
	// OptList is a list, tuple or set in its order.
	OptList []OptionValue
	// OptMap is a dictionary in its order.
	OptMap []Option
	// OptExpr is an SQL expression or a column.
	OptExpr struct{ Expr Expr }
	// OptDecimal is a float or Decimal by its text.
	OptDecimal string
)

func (OptNone) optionValue()    {}
func (OptString) optionValue()  {}
func (OptBool) optionValue()    {}
func (OptInt) optionValue()     {}
func (OptList) optionValue()    {}
func (OptMap) optionValue()     {}
func (OptExpr) optionValue()    {}
func (OptDecimal) optionValue() {}

// Options is a list of options in the order in which they were given.
type Options []Option

// Get returns the value of an option, or nil if it is absent or None.
func (o Options) Get(name string) OptionValue {
	for _, x := range o {
		if x.Name == name {
			if _, none := x.Value.(OptNone); none {
				return nil
			}
			return x.Value
		}
	}
	return nil
}

// Text returns a string option, or "" if it is absent or no string.
func (o Options) Text(name string) string {
	s, _ := o.Get(name).(OptString)
	return string(s)
}

// Bool reports whether an option is given and true in Python's sense.
func (o Options) Bool(name string) bool {
	switch v := o.Get(name).(type) {
	case OptBool:
		return bool(v)
	case OptInt:
		return v != 0
	case OptString:
		return v != ""
	case OptList:
		return len(v) > 0
	case OptMap:
		return len(v) > 0
	case OptDecimal, OptExpr:
		return true
	}
	return false
}
