package syntax

func check(f *File) *Error { return nil }
