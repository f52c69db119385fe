package pyrt

func propertyNew(t *Thread, cls *Type, args Args) (Value, error) {
	p := &Property{}
	if cls != PropertyType {
		p.class = cls
	}
	return p, nil
}

var propertySignature = mustParseSignature("property(fget=None, fset=None, fdel=None, doc=None)")

func propertyInit(t *Thread, args Args) (Value, error) {
	p, ok := args.Pos[0].(*Property)
	if !ok {
		return nil, Errorf(TypeError, "descriptor '__init__' requires a 'property' object but received a '%s'", args.Pos[0].Type().Name)
	}
	sig := *propertySignature
	sig.native = true
	a, err := sig.Bind(t, Args{Pos: args.Pos[1:], Kw: args.Kw})
	if err != nil {
		return nil, err
	}
	for i, at := range []*Value{&p.Getter, &p.Setter, &p.Deleter, &p.Doc} {
		*at = nil
		if a[i] != None {
			*at = a[i]
		}
	}
	if p.Doc == nil && p.Getter != nil {
		doc, err := LookupAttr(t, p.Getter, "__doc__")
		if err != nil {
			return nil, err
		}
		p.Doc = doc
	}
	return None, nil
}

func propertyMembers() []Member {
	with := func(name string, set func(p *Property, f Value)) Member {
		return Method(name+"(self, f, /)", func(t *Thread, a []Value) (Value, error) {
			c := *a[0].(*Property)
			set(&c, a[1])
			if c.class == nil {
				return &c, nil
			}
			return Call(t, c.class, Positional(orNoneValue(c.Getter), orNoneValue(c.Setter), orNoneValue(c.Deleter), orNoneValue(c.Doc)))
		})
	}
	part := func(name string, at func(*Property) Value) Member {
		return Getter(name, func(_ *Thread, self Value) (Value, error) { return orNoneValue(at(self.(*Property))), nil })
	}
	return append([]Member{
		RawMethod("__init__", propertyInit),
		with("getter", func(p *Property, f Value) { p.Getter = f }),
		with("setter", func(p *Property, f Value) { p.Setter = f }),
		with("deleter", func(p *Property, f Value) { p.Deleter = f }),
		part("fget", func(p *Property) Value { return p.Getter }),
		part("fset", func(p *Property) Value { return p.Setter }),
		part("fdel", func(p *Property) Value { return p.Deleter }),
		Accessor("__doc__", func(_ *Thread, self Value) (Value, error) { return orNoneValue(self.(*Property).Doc), nil },
			func(_ *Thread, self, v Value) error {
				self.(*Property).Doc = v
				return nil
			}),
		Accessor("__name__", func(t *Thread, self Value) (Value, error) {
			p := self.(*Property)
			if s, ok := p.nameOf(); ok {
				return Str(s), nil
			}
			return nil, noAttribute(self, "__name__")
		}, func(_ *Thread, self, v Value) error {
			self.(*Property).name = v
			return nil
		}),
		Getter("__isabstractmethod__", func(t *Thread, self Value) (Value, error) {
			p := self.(*Property)
			for _, f := range []Value{p.Getter, p.Setter, p.Deleter} {
				if f == nil {
					continue
				}
				v, err := LookupAttr(t, f, "__isabstractmethod__")
				if err != nil {
					return nil, err
				}
				if v != nil {
					if ok, err := Truth(t, v); err != nil || ok {
						return True, err
					}
				}
			}
			return False, nil
		}),
	}, propertyMethods()...)
}

func propertyMethods() []Member {
	return []Member{
		Method("__set_name__(self, owner, name, /)", func(_ *Thread, a []Value) (Value, error) {
			a[0].(*Property).name = a[2]
			return None, nil
		}),
		Method("__get__(self, instance, owner=None, /)", func(t *Thread, a []Value) (Value, error) {
			if a[1] == None {
				return a[0], nil
			}
			return a[0].(*Property).get(t, a[1])
		}),
		Method("__set__(self, instance, value, /)", func(t *Thread, a []Value) (Value, error) {
			return None, a[0].(*Property).set(t, a[1], a[2])
		}),
		Method("__delete__(self, instance, /)", func(t *Thread, a []Value) (Value, error) {
			return None, a[0].(*Property).set(t, a[1], nil)
		}),
	}
}
