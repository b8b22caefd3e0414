"""Deeds done at the very same moment, each from its own thread and connection."""

import threading
from collections.abc import Callable

from django.db import connection

from portal.base.refused import Refused


def at_once(*deeds: Callable[[], object]) -> list[str]:
    """Run every deed in its own thread and connection, let go together; "done", or the rules that refused."""
    told = [""] * len(deeds)
    start = threading.Barrier(len(deeds))

    def run(index: int, deed: Callable[[], object]) -> None:
        try:
            start.wait(timeout=20)
            deed()
            told[index] = "done"
        except Refused as refused:
            said = all(one.message.endswith(".") and one.clause for one in refused.refusals)
            told[index] = " ".join(f"{one.rule} {one.ground}" for one in refused.refusals) if said else "no sentence"
        except Exception as error:
            told[index] = repr(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=pair) for pair in enumerate(deeds)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    return sorted(told)
