"""Where kept pages stand: a bound in bytes, the least lately given out first, and one rendering for all who ask at once."""

from threading import Event, Lock

from portal.website.pagecache.asked import Key
from portal.website.pagecache.entries import Entry

ROOM_MADE = 0.9  # once full, this part stays, so that room is not made for every single page
MOST = 0.25  # of the room for one page


class Memory:
    """Kept pages of one process, at most `limit` bytes. Looking takes no lock; keeping does."""

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self.size = 0
        self.newest = -1  # the latest epoch of a page kept
        self._pages: dict[Key, Entry] = {}
        self._sizes: dict[Key, int] = {}
        self._lock = Lock()
        self.look = self._pages.get

    def __len__(self) -> int:
        return len(self._pages)

    def keep(self, key: Key, entry: Entry) -> None:
        """Keep a page, unless a newer one stands there or it would take the room of many."""
        if entry.size > self.limit * MOST:
            return
        with self._lock:
            self.newest = max(self.newest, entry.epoch)
            there = self._pages.get(key)
            if there is not None and there.epoch > entry.epoch:
                return
            if there is not entry:
                entry.take_over(there)
                self._pages[key] = entry
            self._weigh(key, entry)

    def forget_after(self, epoch: int) -> None:
        """Where the epoch went back, a copy of the database was put in place: pages of later ones are of another school."""
        with self._lock:
            for key in [key for key, entry in self._pages.items() if entry.epoch > epoch]:
                self._drop(key)
            self.newest = epoch

    def weigh(self, key: Key, entry: Entry) -> None:
        """Count a page anew, when it was packed in one more way."""
        with self._lock:
            if self._pages.get(key) is entry:
                self._weigh(key, entry)

    def _weigh(self, key: Key, entry: Entry) -> None:
        now = entry.size
        self.size += now - self._sizes.get(key, 0)
        self._sizes[key] = now
        if self.size > self.limit:
            self._make_room()

    def _make_room(self) -> None:
        for key in sorted(self._pages, key=lambda key: self._pages[key].used):
            if self.size <= self.limit * ROOM_MADE:
                return
            self._drop(key)

    def _drop(self, key: Key) -> None:
        self.size -= self._sizes.pop(key)
        del self._pages[key]


class Flight:
    """One rendering under way, and what it brought; nothing where the page is not for keeping."""

    __slots__ = ("entry", "landed")

    def __init__(self) -> None:
        self.landed = Event()
        self.entry: Entry | None = None

    def wait(self, seconds: float) -> Entry | None:
        self.landed.wait(seconds)
        return self.entry


Course = tuple[Key, int, float]  # what is rendered, of which epoch, until when it will be good


class Flights:
    """Renderings under way. A question asked after a change never joins a rendering begun before it: its epoch differs."""

    def __init__(self) -> None:
        self._under_way: dict[Course, Flight] = {}
        self._lock = Lock()

    def join(self, course: Course) -> tuple[Flight, bool]:
        """The rendering to wait for, and whether it is the caller who makes it."""
        with self._lock:
            found = self._under_way.get(course)
            if found is None:
                found = self._under_way[course] = Flight()
                return found, True
            return found, False

    def land(self, course: Course, entry: Entry | None) -> None:
        """Tell all who wait; whatever happened, nobody waits for this rendering any longer."""
        with self._lock:
            flight = self._under_way.pop(course)
        flight.entry = entry
        flight.landed.set()
