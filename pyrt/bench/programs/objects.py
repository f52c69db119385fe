# Attributes and methods of plain objects.


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def add(self, other):
        return Point(self.x + other.x, self.y + other.y)

    def length(self):
        return self.x * self.x + self.y * self.y


class Walker:
    step = 3

    def __init__(self):
        self.at = Point(0, 0)
        self.seen = 0

    def move(self, dx, dy):
        self.at = self.at.add(Point(dx * self.step, dy))
        if self.at.length() % 5 == 0:
            self.seen += 1


def main(n):
    w = Walker()
    for i in range(n):
        w.move(i % 3 - 1, i % 5 - 2)
    return (w.at.x, w.at.y, w.seen)


RESULT = main(60000)
