"""From another room a room uses only its doors; screens, API and commands belong to their own room."""

import grimp

DOORS = {"actions", "queries", "rules", "mixins", "policy", "offices", "models", "presenters", "places", "office"}
GROUND_AND_ATTIC = {"application", "base", "settings", "demo", "urls", "api", "wsgi", "supervisor"}


def test_no_room_reaches_into_another_except_by_its_doors() -> None:
    graph = grimp.build_graph("portal")
    trespasses = []
    for module in sorted(graph.modules):
        room = module.split(".")[1:2]
        if not room or room[0] in GROUND_AND_ATTIC:
            continue
        for used in sorted(graph.find_modules_directly_imported_by(module)):
            other = used.split(".")[1:3]
            if other[0] not in {*room, *GROUND_AND_ATTIC} and other[1:] and other[1] not in DOORS:
                trespasses.append(f"{module} -> {used}")
    assert trespasses == []
