"""Whoever stands in for the Secretary does so as one of the board: with the office the power goes, at that second."""

from datetime import timedelta

from portal.people import offices
from portal.people.models import Appointment, Person
from tests.cast import NOW, Cast


def test_a_substitute_who_leaves_the_board_holds_the_secretarys_step_no_longer(cast: Cast) -> None:
    cast.away(cast.sen, substitute=cast.dung)
    article = cast.article(cast.vy)
    cast.submit(article, cast.vy)
    ends = NOW + timedelta(hours=1)
    Appointment.objects.filter(person=cast.dung).update(ends=ends)

    def holders(at):  # type: ignore[no-untyped-def]
        return [holder.person for holder in cast.standing(article, at).open.holders]

    assert (offices.board(NOW).substitutes, holders(NOW)) == ({cast.dung.pk}, [cast.dung.pk])
    assert (offices.board(ends).substitutes, holders(ends)) == (frozenset(), [cast.ha.pk])


def test_a_closed_account_stands_in_for_nobody(cast: Cast) -> None:
    cast.away(cast.sen, substitute=cast.dung)
    Person.objects.filter(pk=cast.dung.pk).update(is_active=False)
    assert offices.board(NOW).substitutes == frozenset()


def test_somebody_who_never_was_of_the_board_stands_in_for_nobody(cast: Cast) -> None:
    cast.away(cast.sen, substitute=cast.lan)
    assert offices.board(NOW).substitutes == frozenset()
