# A scanner that looks at one character at a time.


def tokens(text):
    out = []
    i = 0
    n = len(text)
    while i < n:
        c = text[i]
        if c == " ":
            i += 1
        elif c.isdigit():
            j = i
            while j < n and text[j].isdigit():
                j += 1
            out.append(("n", int(text[i:j])))
            i = j
        elif c.isalpha():
            j = i
            while j < n and text[j].isalpha():
                j += 1
            out.append(("w", text[i:j]))
            i = j
        else:
            out.append(("o", c))
            i += 1
    return out


def main(n):
    text = "let total = 12 + 345 * ( alpha - beta ) / 6789 ; " * n
    total = 0
    for kind, value in tokens(text):
        if kind == "n":
            total += value
        elif kind == "w":
            total += len(value)
        else:
            total += 1
    return total


RESULT = main(1500)
