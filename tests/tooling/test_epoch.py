"""Whoever writes what readers see raises the epoch, or a page kept in memory would outlive it: held by the code itself, so that
no verb written later forgets it. What `tests/website/test_changes_are_seen.py` shows by doing is asked here of all of them."""

import inspect
import re
from collections.abc import Iterator
from importlib import import_module
from pkgutil import walk_packages
from types import FunctionType, ModuleType

import pytest
from django.apps import apps
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import URLResolver, get_resolver

import portal
from portal.base import clock, epoch, queue
from portal.website import sitemaps
from portal.website.management.commands.worker import every_tick
from tests.cast import Cast
from tests.tooling.calls import SOME_ROW, closure, ours, written
from tests.website.everywhere import a_school_with_something_everywhere

MODELS = """
    approval.approval approval.case base.clockshift base.parameter base.school files.exposure files.picture intranet.entry
    intranet.timetable intranet.timetablelesson intranet.week news.article news.byline news.homearrangement news.homepage
    news.homeslot news.listed news.section news.standingplace news.topic
    news.urgenttemplate people.appointment people.decision people.field people.fieldassignment people.person people.unit
    people.unitpost plan.activityplan plan.planentry pupils.praised records.admissionseason
    records.disclosure records.disclosureseal records.document
    records.documentlink records.outcome records.procedure wagtailcore.page wagtailcore.site
"""
SEEN = frozenset(MODELS.split())  # of these, pages kept for strangers read rows
WORDLESS = {"base.epoch", "news.articleindex"}  # asked for, but nothing of them is shown
STAFF_ONLY = (  # write none of them: the last test
    "portal.base.queue", "portal.desk", "portal.search", "portal.operations.care",
)  # fmt: skip
UNSEEN = {
    "the way of a text before it is up, or beside what is up": """
        approval.refresh_all approval.__call__ approval.settle_remark approval.open_case approval.recall approval.save_text
        approval.cancel_correction approval.correct approval.schedule approval.mark_history approval.leave_out
        approval.call_off_list approval.close_list approval.decide_list approval.set_out approval.take_back_list
        intranet.add intranet.copy intranet.draw_up intranet.drop intranet.edit intranet.make_drafts intranet.mend
        intranet.reword intranet.take_back
        news.begin_section news.begin_topic news.edit news.reword
        records.begin records.edit records.charge records.set_tables records.write
        news.write news.as_it_was news.read_waiting news.forget_held""",
    "a notice to the staff, before its own route raises the epoch": "intranet.edit_notice intranet.write_notice",
    "a branch that carries no words": "approval.branch",
    "what may name a child in a text, which its reviewers read": "approval.read_files",
    "marks, told to each family alone by pages no memory keeps": "pupils.set_window pupils.shut pupils.take_pieces",
    "hours of results and their erasing, told to each family alone by pages no memory keeps": """
        records.announce records.erase_what_is_over""",
    "numbers of the register, which the staff read, and figures before their point's own route": """
        records.cancel_number records.keep records.take_number""",
    "what the library is filed under, which the staff read": "intranet.rename intranet.use",
    "how far moving in has come": "operations.end",
    "what hangs on the school's notice-board": "records.take_off",
    "a form counts once it is approved": "news.draw_up_template",
    "a file nobody opens before something approved shows it": """
        files.bare files.lay_down
        files.reword_picture files.scanned_beforehand files.store_attachment files.store_paper files.store_picture files.store_words""",
    "a plan nobody confirmed": "plan.draw_up",
    "who is asked to write, which no page tells strangers": "plan.reassign plan.release",
    "who is on duty, and what comes back in weeks not posted yet": """
        intranet.repeat intranet.set_duties intranet.stop_repeating""",
    "a week nobody but its writers reads before it is posted, an item of the library before its route": "intranet.begin",
    "files on their way into the library, and how staff see them": """
        intranet.leave intranet.make_preview intranet.open_tray intranet.want_previews""",
    "asking to be forgotten, which hides nothing before it is decided": "pupils.decline pupils.look pupils.take_back",
    "the rolls, which no page tells strangers": """
        pupils.amend pupils.bring_in pupils.drop_guardian pupils.leave pupils.link_account pupils.move pupils.set_teacher""",
    "only within a verb that raises the epoch": "files.conceal files.expose",
    "a paper, a field, an account that nobody holds anything by yet": """
        people.record_decision people.open_field people.open_account""",
    "who may decide and write, which no page tells strangers": """
        people.end_absence people.mark_absence people.accept_collaborator people.decline_collaborator
        people.end_collaborator people.delegate people.revoke_delegation people.decline_personnel
        people.take_back_personnel website.decline""",
}


def verbs() -> Iterator[FunctionType]:
    """Every verb of the rooms, of the worker, of the test clock."""
    for room in walk_packages(portal.__path__, "portal."):
        if "actions" in room.name.split(".") and room.name.count(".") >= 2:
            yield from _of(import_module(room.name), whole=room.name.count(".") == 2)
    yield from (_plain(one.verb) for one in every_tick())
    yield from map(_plain, (*queue._verbs.values(), clock.set_to, clock.reset))


def _of(module: ModuleType, *, whole: bool) -> Iterator[FunctionType]:
    """What a room's door offers; of a module within, what opens a transaction."""
    for name, thing in vars(module).items():
        if callable(thing) and not name.startswith("_") and (whole or hasattr(thing, "__wrapped__")):
            verb = inspect.unwrap(thing)
            if isinstance(verb, FunctionType) and ours(verb) and not verb.__module__.startswith("portal.base."):
                yield verb


def _plain(verb: object) -> FunctionType:
    bare = inspect.unwrap(verb)  # type: ignore[arg-type]
    return bare if isinstance(bare, FunctionType) else type(bare).__call__  # type: ignore[return-value]


def short(verb: FunctionType) -> str:
    return f"{verb.__module__.split('.')[1]}.{verb.__name__}"


def test_these_are_the_models_whose_rows_strangers_are_shown_from_memory(
    cast: Cast, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sitemaps, "A_PART", 5)
    resolver, tables, visited = get_resolver(), set[str](), set[object]()
    paths = list(a_school_with_something_everywhere(cast))
    for path in [*paths, re.findall(r"/sitemap-\d+\.xml", client.get("/sitemap.xml").content.decode())[-1]]:
        with CaptureQueriesContext(connection) as asked:
            assert (path, client.get(path).status_code) == (path, 200)
        tables |= {table for query in asked for table in re.findall(r'(?:FROM|JOIN) "(\w+)"', query["sql"])}
        visited.add(resolver.resolve(path).func)
    assert [view for view in kept_views(resolver) if view not in visited] == []
    labels = {model._meta.db_table: model._meta.label_lower for model in apps.get_models(include_auto_created=True)}
    assert {labels[table] for table in tables} - WORDLESS == SEEN


def test_a_verb_that_writes_them_raises_the_epoch_or_is_known_not_to_be_seen() -> None:
    silent = {
        short(verb)
        for verb in set(verbs())
        if epoch.bump not in (leads_to := closure(verb))
        and (SEEN | {SOME_ROW}) & frozenset().union(*map(written, leads_to))
        and not verb.__module__.startswith(STAFF_ONLY)
    }
    assert silent == {name for names in UNSEEN.values() for name in names.split()}


def test_nobody_writes_them_but_verbs() -> None:
    by_verbs = frozenset().union(*map(closure, set(verbs())))
    past = {
        f"{one.__module__}.{one.__qualname__}" for one in functions() if one not in by_verbs and written(one) & SEEN
    }
    assert past == {  # by the verb that puts it up or takes it down
        "portal.intranet.models.timetable.Timetable.stands",
        "portal.news.models.article.Article.stands",
        "portal.records.models.disclosures.Disclosure.stands",
        "portal.records.models.documents.Document.stands",
        "portal.records.models.outcomes.Outcome.stands",
    }


@pytest.mark.parametrize("room", STAFF_ONLY)
def test_rooms_of_the_staff_write_none_of_them(room: str) -> None:
    theirs = [one for verb in set(verbs()) if verb.__module__.startswith(room) for one in closure(verb)]
    assert [one for one in theirs if written(one) & SEEN and one.__module__.startswith(room)] == []


def functions() -> Iterator[FunctionType]:
    """Everything written in the package, but what founds the demo school and what a database comes from."""
    for module in walk_packages(portal.__path__, "portal."):
        if module.name.split(".")[1] in ("demo", "settings", "wsgi", "supervisor") or ".migrations" in module.name:
            continue
        for thing in vars(import_module(module.name)).values():
            inside = vars(thing).values() if isinstance(thing, type) and ours(thing) else [thing]
            found = (inspect.unwrap(one) for one in inside if callable(one))
            yield from (one for one in found if isinstance(one, FunctionType) and ours(one))


def kept_views(resolver: URLResolver) -> Iterator[object]:
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLResolver):
            yield from kept_views(pattern)
        elif hasattr(pattern.callback, "kept_names"):
            yield pattern.callback
