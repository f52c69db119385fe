# Matching, finding and replacing.
import re


def main(n):
    line = re.compile(r"(\w+)\s*=\s*(\d+|\"[^\"]*\")\s*(?:#.*)?$")
    word = re.compile(r"[a-z]+[0-9]*")
    total = 0
    for i in range(n):
        m = line.match("name%d = %d  # comment" % (i, i * 3))
        total += len(m.group(1)) + int(m.group(2))
        total += len(word.findall("abc12 def 34 ghi5; jkl mno678 pqr"))
        total += len(re.sub(r"\s+", " ", "a  b   c    d"))
    return total


RESULT = main(6000)
