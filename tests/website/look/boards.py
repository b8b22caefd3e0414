"""A small board for the tables."""

from portal.people.rules import Board

HEAD, ACTING, DEPUTY, MEMBER, SECRETARY, SYSADMIN, STRANGER = range(1, 8)


def board(*, away: int | None = None, acting: bool = False) -> Board:
    return Board(
        heads=frozenset() if acting else frozenset({HEAD}), acting_heads={ACTING: "12/QĐ"} if acting else {},
        deputies=frozenset({DEPUTY}), secretaries=frozenset({SECRETARY}), members=frozenset({MEMBER}),
        sysadmins=frozenset({SYSADMIN}), away=frozenset({away} if away else ()),
    )  # fmt: skip
