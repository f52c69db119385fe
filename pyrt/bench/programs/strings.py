# Building and taking apart of strings.


def main(n):
    parts = []
    for i in range(n):
        parts.append(str(i) + ":" + "abc"[i % 3])
    text = ",".join(parts)
    fields = text.split(",")
    total = 0
    for f in fields:
        a, b = f.split(":")
        if b == "a":
            total += int(a)
        elif b.upper() == "B" and f.startswith("1"):
            total += len(f)
    s = ""
    for i in range(n // 10):
        s += "xy"
        if s.endswith("yxy"):
            total += 1
    return total + len(text.replace("a", "zz")) + s.count("yx")


RESULT = main(60000)
