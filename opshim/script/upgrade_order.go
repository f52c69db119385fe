package script

// Order lists all revisions as `alembic upgrade heads` runs them on an empty
// database. The error says why there is no such order.
func (h *History) Order() ([]*Revision, error) {
	if len(h.All()) == 0 {
		return nil, nil
	}
	steps, err := h.Upgrade(One("heads"), Base)
	if err != nil {
		return nil, err
	}
	revs := make([]*Revision, 0, len(steps))
	for _, s := range steps {
		if run, ok := s.(*RevisionStep); ok {
			revs = append(revs, run.Revision)
		}
	}
	return revs, nil
}
