# Append, pop, slices, reversal, membership.


def main(n):
    out = 0
    stack = []
    for i in range(n):
        stack.append(i * 31 % 1000)
        if i % 3 == 2:
            out += stack.pop()
        if len(stack) > 200:
            out += sum(stack[10:60])
            stack = stack[100:]
        if i % 50 == 0:
            stack.reverse()
            if 77 in stack:
                out += 1
    copied = [x for x in stack]
    copied.extend(stack)
    copied.insert(0, out % 97)
    return out + len(copied) + copied[0]


RESULT = main(200000)
