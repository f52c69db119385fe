from json import JSONDecodeError, dump, dumps, load, loads
