"""How the system does: worker, queue, mail, database, disk, scanner, clock, search (Điều 8.1, 13.2). Counts, no contents."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from portal.desk.queries.health.machine import clock, database, disk, wall
from portal.desk.queries.health.post import mail
from portal.desk.queries.health.scanning import scanner
from portal.desk.queries.health.sign import Sign
from portal.desk.queries.health.work import Failed, failed_tasks, listeners, queue, worker
from portal.desk.queries.mail import mail_health
from portal.desk.queries.record import local


@dataclass(frozen=True)
class Health:
    signs: list[Sign]
    failed: list[Failed]
    letters: list[dict[str, Any]]
    at: datetime

    @property
    def alarms(self) -> int:
        return sum(sign.mark == "alarm" for sign in self.signs)


def health(at: datetime) -> Health:
    """Everything at once, in a fixed number of queries."""
    hour, answered = wall()
    told = mail_health(at)
    signs = [
        worker(hour),
        queue(at, hour),
        mail(told, at),
        database(answered),
        disk(),
        scanner(at),
        clock(at, hour),
        *listeners(),
    ]
    return Health(signs, failed_tasks(), told["failures"], local(at))
