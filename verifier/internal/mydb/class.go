package mydb

// class is the DBAPI class that PyMySQL raises for an error number.
func class(number int) string {
	switch number {
	case 1007, 1064, 1102, 1103, 1110, 1111, 1112, 1113, 1146, 1149, 1166, 1179:
		return "ProgrammingError"
	case 1171, 1230, 1263, 1264, 1265, 1366, 1367, 1406, 1441:
		return "DataError"
	case 1048, 1062, 1215, 1216, 1217, 1451, 1452:
		return "IntegrityError"
	case 1196, 1235, 1286, 1289:
		return "NotSupportedError"
	}
	if number < 1000 {
		return "InternalError"
	}
	return "OperationalError"
}
