package resolve

// analyze decides for every symbol of s and of the scopes below where it
// lives. Binding scopes come before the scopes that use them.
func analyze(s *Scope) {
	for _, y := range s.order {
		if y.global || y.bound && !y.nonlocal {
			continue
		}
		if y.binder = find(s, y.name); y.binder != nil {
			capture(s, y.binder, y.name)
		}
	}
	for _, c := range s.children {
		analyze(c)
	}
}

// find gives the function-like scope around s that binds name; nil means the
// name is global.
func find(s *Scope, name string) *Scope {
	for p := s.Parent; p != nil; p = p.Parent {
		y := p.find(name)
		if p.Kind == Class {
			if name == "__class__" || name == "__classdict__" {
				return p
			}
			continue
		}
		if y == nil || p.Kind == Module {
			continue
		}
		if y.global {
			return nil
		}
		if y.bound && !y.nonlocal {
			return p
		}
	}
	return nil
}

// capture makes a variable of binder reachable in the frame of s.
func capture(s, binder *Scope, name string) {
	if s.Owner == binder.Owner && binder.Kind != Class {
		return // same frame
	}
	y := binder.symbol(name)
	if !y.captured {
		y.captured = true
	}
	for o := s.Owner; o != binder.Owner; o = o.Parent.Owner {
		z := o.symbol(name)
		if z.free < 0 {
			z.free = len(o.Free)
			o.Free = append(o.Free, name)
		}
		if z.binder == nil && !z.bound {
			z.binder = binder
		}
	}
}

// layout gives slots and cells to the variables of s and the scopes below.
func layout(s *Scope) {
	o := s.Owner
	for _, y := range s.order {
		if y.global || y.nonlocal || !y.bound && !(s.Kind == Class && y.captured) {
			continue
		}
		if s.frameLike() {
			if !y.captured || y.param {
				y.slot = len(o.Slots)
				o.Slots = append(o.Slots, y.name)
			}
		}
		if y.captured {
			y.cell = len(o.Cells)
			o.Cells = append(o.Cells, y.name)
			if y.param {
				o.CellParams = append(o.CellParams, CellParam{y.slot, y.cell})
			}
		}
	}
	for _, c := range s.children {
		layout(c)
	}
}
