"""Orders in which things come after those that they depend on."""

from types import GenericAlias

__all__ = ["TopologicalSorter", "CycleError"]


class CycleError(ValueError):
    """The second argument lists the nodes of the cycle, each before one that needs it; the first stands at the end again."""


class TopologicalSorter:
    """Gives the nodes of a graph out as soon as all that they need is done.

    A node first waits (_needs counts for how much), then is ready (_ready), given out (_given), and done.
    """

    __class_getitem__ = classmethod(GenericAlias)

    def __init__(self, graph=None):
        self._needs, self._followers = {}, {}
        self._ready = None
        self._given, self._done = set(), set()
        if graph is not None:
            for node, predecessors in graph.items():
                self.add(node, *predecessors)

    def add(self, node, *predecessors):
        """Says what must be done before a node; repeated calls add up."""
        if self._ready is not None:
            raise ValueError("Nodes cannot be added after a call to prepare()")
        for known in (node, *predecessors):
            if known not in self._needs:
                self._needs[known], self._followers[known] = 0, []
        self._needs[node] += len(predecessors)
        for earlier in predecessors:
            self._followers[earlier].append(node)

    def prepare(self):
        """Ends the building of the graph, and refuses one that turns in a circle."""
        if self._given or self._done:
            raise ValueError("cannot prepare() after starting sort")
        if self._ready is None:
            self._ready = [node for node, count in self._needs.items() if not count]
        seen = {}
        for start in self._needs:
            if start not in seen and (circle := self._circle(start, seen)):
                raise CycleError("nodes are in a cycle", circle)

    def _circle(self, start, seen):
        """The first circle on the ways from start, None if they all end; seen gets what was passed."""
        way, exits = [start], [iter(self._followers[start])]
        seen[start] = 0  # the place on the way, None for what lies behind
        while way:
            for step in exits[-1]:
                place = seen.get(step, -1)
                if place is None:
                    continue
                if place >= 0:
                    return way[place:] + [step]
                seen[step] = len(way)
                way.append(step)
                exits.append(iter(self._followers[step]))
                break
            else:
                seen[way.pop()] = None
                exits.pop()

    def _demand_prepared(self):
        if self._ready is None:
            raise ValueError("prepare() must be called first")

    def get_ready(self):
        """All nodes that may be worked on and were not given out before."""
        self._demand_prepared()
        batch, self._ready = tuple(self._ready), []
        self._given.update(batch)
        return batch

    def is_active(self):
        """Whether there is something to work on, or something is being worked on."""
        self._demand_prepared()
        return bool(self._ready or self._given)

    __bool__ = is_active

    def done(self, *nodes):
        """Marks nodes that were given out, so that what needs them may become ready."""
        self._demand_prepared()
        for node in nodes:
            if node not in self._needs:
                raise ValueError(f"node {node!r} was not added using add()")
            elif node in self._given:
                self._finish(node)
            else:
                raise ValueError(f"node {node!r} was " + ("already marked done" if node in self._done else "not passed out (still not ready)"))

    def _finish(self, node):
        self._given.discard(node)
        self._done.add(node)
        for follower in self._followers[node]:
            self._needs[follower] -= 1
            if not self._needs[follower]:
                self._ready.append(follower)

    def static_order(self):
        """All nodes, one by one."""
        self.prepare()
        while batch := self.get_ready():
            yield from batch
            self.done(*batch)
