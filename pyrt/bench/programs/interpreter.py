# A small stack machine: lists, branches, tuples.

PUSH, ADD, SUB, JUMP, LESS, LOAD, STORE, HALT = range(8)


def run(code, slots):
    stack = []
    pc = 0
    while True:
        op, arg = code[pc]
        pc += 1
        if op == LOAD:
            stack.append(slots[arg])
        elif op == STORE:
            slots[arg] = stack.pop()
        elif op == PUSH:
            stack.append(arg)
        elif op == ADD:
            b = stack.pop()
            a = stack.pop()
            stack.append(a + b)
        elif op == SUB:
            b = stack.pop()
            a = stack.pop()
            stack.append(a - b)
        elif op == LESS:
            b = stack.pop()
            a = stack.pop()
            if not a < b:
                pc = arg
        elif op == JUMP:
            pc = arg
        else:
            return slots


CODE = [
    (LOAD, 0), (PUSH, 20000), (LESS, 12),
    (LOAD, 1), (LOAD, 0), (ADD, 0), (STORE, 1),
    (LOAD, 0), (PUSH, 1), (ADD, 0), (STORE, 0),
    (JUMP, 0), (HALT, 0),
]

RESULT = run(CODE, [0, 0])[1]
