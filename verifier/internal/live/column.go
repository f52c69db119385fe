package live

// FirstColumn is the first column of rows as texts.
func FirstColumn(rows [][][]byte) []string {
	out := make([]string, len(rows))
	for i, row := range rows {
		out[i] = string(row[0])
	}
	return out
}
