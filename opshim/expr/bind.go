package expr

// Origin is the bind that a copy with the same name goes back to: itself if it is
// no copy.
func (b *Bind) Origin() *Bind {
	if b.SameAs != nil {
		return b.SameAs
	}
	return b
}
