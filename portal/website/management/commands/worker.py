"""`manage.py worker`: the queue, the clock and the listeners in one process."""

import logging
import signal
import time
from collections.abc import Sequence
from datetime import datetime, timedelta
from importlib import import_module
from importlib.util import find_spec
from threading import Event, Thread
from typing import Any

from django.apps import apps
from django.conf import settings
from django.contrib.sessions.backends.db import SessionStore
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import Error as DatabaseError
from django.db import close_old_connections, connection

from portal.approval.actions import Watch, publish_due
from portal.base import clock, epoch, queue
from portal.base.models import School
from portal.base.ticker import ALWAYS, BEATS, Tick, beat, ticks
from portal.people import actions as people
from portal.website import nginx
from portal.website.pagecache.wiring import until

PAUSE = 0.5  # seconds between rounds
MOST_PAUSE = 30.0  # while the database does not answer
KEPT = timedelta(days=7)
log = logging.getLogger("portal.worker")


def prune(at: datetime) -> None:
    """Finished tasks and sessions past their end are forgotten; failed tasks stay until someone has looked."""
    queue.prune(at - KEPT)
    SessionStore.clear_expired()


def every_tick() -> tuple[Tick, ...]:
    """What each round does; rooms bring their own by `base.ticker`. Importing their verbs also names their tasks."""
    for app in apps.get_app_configs():
        if app.name.startswith("portal.") and find_spec(f"{app.name}.actions"):
            import_module(f"{app.name}.actions")
    own = (
        Tick("beat", beat, BEATS),
        Tick("queue", queue.run_due, ALWAYS),
        Tick("publish_due", publish_due, ALWAYS),
        Tick("watch_facts", Watch(), timedelta(seconds=30)),
        Tick("warn_terms", people.warn_terms, timedelta(minutes=10)),
        Tick("prune", prune, timedelta(hours=1)),
    )
    return (*own, *ticks())


class Rounds:
    """Runs what is due. One verb that fails does not keep the others from their turn."""

    def __init__(self, due: Sequence[Tick]) -> None:
        self.due = due
        self.next: dict[str, float] = {}

    def run(self) -> bool:
        """One round; whether the database answered."""
        for tick in self.due:
            if time.monotonic() < self.next.get(tick.name, 0.0):
                continue
            self.next[tick.name] = time.monotonic() + tick.every.total_seconds()
            try:
                tick.verb(clock.now())
            except DatabaseError as error:
                log.warning("%s: the database does not answer: %s", tick.name, error)
                self.next[tick.name] = 0.0
                connection.close()
                return False
            except Exception:
                log.exception("%s failed", tick.name)
                self.next[tick.name] = time.monotonic() + max(tick.every.total_seconds(), MOST_PAUSE)
        return True


class Command(BaseCommand):
    help = "Chạy hàng việc, đăng bài hẹn giờ, cập nhật tìm kiếm; dừng bằng Ctrl-C hoặc SIGTERM."
    requires_system_checks: list[str] = []  # they would load every screen of the portal

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--once", action="store_true", help="làm một vòng rồi thôi")

    def handle(self, *args: Any, **options: Any) -> None:
        _require_school()
        rounds = Rounds(every_tick())
        if options["once"]:
            if not rounds.run():
                raise CommandError("Cơ sở dữ liệu không trả lời.")
            return
        stop, pause = _stopped_by_signals(), PAUSE
        _watch_nginx(stop)
        while not stop.wait(pause):
            close_old_connections()
            pause = PAUSE if rounds.run() else min(pause * 2, MOST_PAUSE)


def _watch_nginx(stop: Event) -> None:
    """Beside the rounds, so that no long task keeps readers from what is new."""
    if settings.PORTAL_NGINX_CACHE:
        Thread(target=nginx.watch, args=(settings.PORTAL_NGINX_CACHE, epoch.seen, until, stop), daemon=True).start()


def _require_school() -> None:
    try:
        there = School.objects.exists()
    except DatabaseError as error:
        raise CommandError(f"Chưa có cơ sở dữ liệu dùng được: {error}. Hãy chạy manage.py migrate.") from error
    if not there:
        raise CommandError("Cổng chưa có trường nào. Hãy chạy manage.py init trước.")


def _stopped_by_signals() -> Event:
    """Set by SIGTERM or Ctrl-C; a round under way is finished first."""
    stop = Event()
    for signum in (signal.SIGTERM, signal.SIGINT):
        signal.signal(signum, lambda *_: stop.set())
    return stop
