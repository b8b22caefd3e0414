"""What the desk keeps of somebody who is forgotten: how he wished to be written to, letters on their way, and what their failure said
of his address (Luật 91/2025, Điều 24). Letters that were sent are kept nowhere but as the fact."""

from datetime import datetime

from portal.base.forgetting import Leaving, holds
from portal.desk.models import Letter, Link, MailWish


def many(leaving: Leaving) -> int:
    return (
        Letter.objects.filter(person__in=leaving.accounts).count()
        + MailWish.objects.filter(person__in=leaving.accounts).count()
    )


@holds("Thư của cổng: thôi gửi, bỏ địa chỉ riêng", many)
def forget(leaving: Leaving, at: datetime) -> None:
    """Nothing more is sent to him, and no address of his is left."""
    MailWish.objects.filter(person__in=leaving.accounts).delete()
    theirs = Letter.objects.filter(person__in=leaving.accounts)
    theirs.update(error="")
    theirs.filter(state__in=(Letter.State.WAITING, Letter.State.HELD)).update(state=Letter.State.STALE)
    Link.objects.filter(person__in=leaving.accounts, used_at=None, dead_at=None).update(dead_at=at)
