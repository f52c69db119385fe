"""What CPython runs: times one program, or the parsing of files."""

import ast
import json
import os
import sys
import sysconfig
import time


def run():
    text = sys.stdin.read()
    names = {"__name__": "__main__"}
    start = time.process_time()
    exec(compile(text, "program.py", "exec"), names)
    took = time.process_time() - start
    return {"Seconds": took, "Result": str(names["RESULT"])}


def parse():
    """Parses the files whose names stand in the input, one a line."""
    sources = []
    for name in sys.stdin.read().split("\n"):
        with open(name, "rb") as f:
            sources.append(f.read())
    start = time.process_time()
    for raw in sources:
        ast.parse(raw)
    return {"Seconds": time.process_time() - start}


def library():
    return {"Path": sysconfig.get_path("stdlib")}


print(json.dumps({"run": run, "parse": parse, "library": library}[sys.argv[1]]()))
