# Overridden methods and super().


class Shape:
    def __init__(self, name):
        self.name = name

    def area(self):
        return 0

    def scaled(self, k):
        return self.area() * k


class Rect(Shape):
    def __init__(self, name, w, h):
        super().__init__(name)
        self.w = w
        self.h = h

    def area(self):
        return self.w * self.h


class Square(Rect):
    def __init__(self, name, side):
        super().__init__(name, side, side)

    def scaled(self, k):
        return super().scaled(k) + 1


def main(n):
    total = 0
    for i in range(n):
        if i & 1:
            s = Square("s", i % 10)
        else:
            s = Rect("r", i % 7, 3)
        total += s.scaled(2)
        if isinstance(s, Square):
            total += 1
    return total


RESULT = main(50000)
