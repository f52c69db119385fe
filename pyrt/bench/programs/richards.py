# A scheduler of tasks that pass packets: objects, methods, linked lists.


class Packet:
    def __init__(self, link, ident, kind):
        self.link = link
        self.ident = ident
        self.kind = kind
        self.datum = 0
        self.data = [0, 0, 0, 0]

    def append_to(self, queue):
        self.link = None
        if queue is None:
            return self
        p = queue
        while p.link is not None:
            p = p.link
        p.link = self
        return queue


class Task:
    def __init__(self, scheduler, ident, priority, queue):
        self.scheduler = scheduler
        self.ident = ident
        self.priority = priority
        self.queue = queue
        self.waiting = False
        self.holding = False
        scheduler.add(self)

    def ready(self):
        return not self.holding and (not self.waiting or self.queue is not None)

    def take(self):
        p = self.queue
        if p is not None:
            self.queue = p.link
            p.link = None
        self.waiting = False
        return p

    def give(self, packet):
        self.queue = packet.append_to(self.queue)


class Idle(Task):
    def __init__(self, scheduler, ident, rounds):
        Task.__init__(self, scheduler, ident, 0, None)
        self.rounds = rounds
        self.control = 1

    def run(self):
        self.rounds -= 1
        if self.rounds == 0:
            self.holding = True
            return
        if self.control & 1 == 0:
            self.control = self.control // 2
            self.scheduler.release(4)
        else:
            self.control = (self.control // 2) ^ 0xD008
            self.scheduler.release(5)


class Worker(Task):
    def __init__(self, scheduler, ident, priority, queue):
        Task.__init__(self, scheduler, ident, priority, queue)
        self.target = 2
        self.count = 0

    def run(self):
        p = self.take()
        if p is None:
            self.waiting = True
            return
        self.target = 5 - self.target
        p.ident = self.target
        p.datum = 0
        for i in range(4):
            self.count += 1
            if self.count > 26:
                self.count = 1
            p.data[i] = 64 + self.count
        self.scheduler.send(p, self.target)


class Handler(Task):
    def __init__(self, scheduler, ident, priority, queue, device):
        Task.__init__(self, scheduler, ident, priority, queue)
        self.device = device
        self.work = None

    def run(self):
        p = self.take()
        if p is not None:
            if p.kind == "work":
                self.work = p.append_to(self.work)
            else:
                p.append_to(None)
        work = self.work
        if work is None:
            self.waiting = True
            return
        if work.datum >= 4:
            self.work = work.link
            self.scheduler.send(work, 1)
            return
        self.scheduler.sum += work.data[work.datum]
        work.datum += 1
        self.scheduler.send(Packet(None, self.ident, "device"), self.device)


class Device(Task):
    def __init__(self, scheduler, ident, priority):
        Task.__init__(self, scheduler, ident, priority, None)
        self.pending = None

    def run(self):
        p = self.take()
        if p is not None:
            self.pending = p
            self.holding = True
            return
        if self.pending is None:
            self.waiting = True
            return
        self.scheduler.send(self.pending, self.pending.ident)
        self.pending = None


class Scheduler:
    def __init__(self):
        self.tasks = [None] * 6
        self.order = []
        self.sum = 0
        self.sent = 0
        self.turns = 0

    def add(self, task):
        self.tasks[task.ident] = task
        self.order.append(task)

    def release(self, ident):
        self.tasks[ident].holding = False

    def send(self, packet, ident):
        self.sent += 1
        self.tasks[ident].give(packet)

    def run(self):
        while True:
            best = None
            for task in self.order:
                if task.ready() and (best is None or task.priority > best.priority):
                    best = task
            if best is None:
                return
            self.turns += 1
            best.run()


def main(rounds):
    s = Scheduler()
    Idle(s, 0, rounds)
    q = Packet(None, 1, "work")
    q = Packet(q, 1, "work")
    Worker(s, 1, 10, q)
    Handler(s, 2, 20, None, 4)
    Handler(s, 3, 30, None, 5)
    Device(s, 4, 40)
    Device(s, 5, 50)
    s.run()
    return (s.sum, s.sent, s.turns)


RESULT = main(9000)
