"""Every door to a live or changed page, tried by everybody and by a superuser: readers go on seeing what was approved."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.db import transaction
from django.db.models import ProtectedError
from pytest_django import DjangoDbBlocker
from wagtail.actions.convert_alias import ConvertAliasPageAction, ConvertAliasPageError
from wagtail.actions.copy_page import CopyPageAction
from wagtail.actions.create_alias import CreatePageAliasAction
from wagtail.actions.delete_page import DeletePageAction
from wagtail.actions.move_page import MovePageAction
from wagtail.actions.publish_page_revision import PublishPagePermissionError, PublishPageRevisionAction
from wagtail.actions.revert_to_page_revision import RevertToPageRevisionAction
from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.models import GroupApprovalTask, Page, Revision, Workflow, WorkflowTask

from portal.approval import actions as approval
from portal.approval.models import Case
from portal.approval.queries import standing
from portal.approval.rules import Verb
from portal.base.refused import Refused
from portal.news import actions as news
from portal.news.models import Article, Section
from portal.people.models import Person
from tests.approval.building import Building, T, build, png
from tests.cast import NOW, reread

Answer = int | None
Door = Callable[[Building, Person], Answer]
SHUT = (Refused, ProtectedError, ValidationError, PublishPagePermissionError, ConvertAliasPageError)


@pytest.fixture(scope="module")
def standing_building(school: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Building]:
    with django_db_blocker.unblock(), transaction.atomic():
        made = build(reread())
        for person in made.people():
            made.client(person)  # signed in before any test begins, or its end would sign everybody out
        made.at_first = made.seen()
        yield made
        transaction.set_rollback(True)


@pytest.fixture
def building(standing_building: Building, db: None, as_outside: None) -> Building:
    return standing_building


# --- Wagtail's screens ----------------------------------------------------------------------------------------------------


def words(page: Page, **more: Any) -> dict[str, Any]:
    """What Wagtail's editor would send, as far as it matters."""
    return {
        "title": "Chữ chen vào", "slug": page.slug, "intro": "Chữ chen vào", "summary": "Chữ chen vào", "genre": "tin-ngan",
        "kind": "original", "audience": "public", "section": "1", "body-count": "0", "bylines-TOTAL_FORMS": "0",
        "bylines-INITIAL_FORMS": "0", "comments-TOTAL_FORMS": "0", "comments-INITIAL_FORMS": "0", "seo_title": "Chen",
        "action-publish": "action-publish", **more,
    }  # fmt: skip


def post(path: str, data: Callable[[Building], dict[str, Any]] = lambda b: {}) -> Door:
    """A form sent to a screen; `path` may name live, draft, waiting, section, home, index, picture, attachment."""

    def door(b: Building, person: Person) -> Answer:
        names = ("live", "draft", "waiting", "section", "home", "index", "picture", "attachment")
        url = path.format(**{name: getattr(b, name).pk for name in names}, revision=b.draft.latest_revision_id)
        client = b.client(person)
        client.get(url)
        return client.post(url, data(b)).status_code

    return door


P, IMAGE, D = "/admin/pages/", "/admin/images/", "/admin/documents/"
API = "/admin/api/main/pages/{live}/action/"
SCREENS: dict[str, Door] = {
    "edit and publish a live article": post(P + "{live}/edit/", lambda b: words(b.live)),
    "edit and publish a draft": post(P + "{draft}/edit/", lambda b: words(b.draft)),
    "edit and publish what waits": post(P + "{waiting}/edit/", lambda b: words(b.waiting)),
    "edit the section's introduction": post(P + "{section}/edit/", lambda b: words(b.section)),
    "edit the home page": post(P + "{home}/edit/", lambda b: words(b.home)),
    "edit the index": post(P + "{index}/edit/", lambda b: words(b.index)),
    "revert to a revision": post(P + "{live}/edit/", lambda b: words(b.live, revision=b.live.latest_revision_id)),
    "open a reversion": post(P + "{draft}/revisions/{revision}/revert/", lambda b: words(b.draft)),
    "create and publish an article": post(P + "add/news/article/{index}/", lambda b: words(b.live, slug="chen")),
    "create and publish a section": post(P + "add/news/section/{home}/", lambda b: words(b.section, slug="chen")),
    "create and publish a topic": post(P + "add/news/topic/{home}/", lambda b: words(b.section, slug="chen")),
    "copy, published": post(P + "{live}/copy/", lambda b: {"new_title": "Chép", "new_slug": "chep", "publish_copies": "on",
                            "new_parent_page": b.index.pk, "copy_subpages": "on"}),
    "copy as an alias": post(P + "{live}/copy/", lambda b: {"new_title": "Bóng", "new_slug": "bong", "alias": "on",
                             "new_parent_page": b.index.pk}),
    "convert an alias": post(P + "{live}/convert_alias/"),
    "move": post(P + "{live}/move/{section}/confirm/", lambda b: {"new_parent_page": b.section.pk}),
    "choose where to move": post(P + "{live}/move/", lambda b: {"new_parent_page": b.section.pk}),
    "move a section": post(P + "{section}/move/{index}/confirm/"),
    "reorder": post(P + "{live}/set_position/?position=0"),
    "delete": post(P + "{live}/delete/"),
    "delete a section": post(P + "{section}/delete/"),
    "unpublish": post(P + "{live}/unpublish/"),
    "unpublish with what is below": post(P + "{home}/unpublish/", lambda b: {"include_descendants": "on"}),
    "unschedule": post(P + "{draft}/revisions/{revision}/unschedule/"),
    "make private": post(P + "{live}/privacy/", lambda b: {"restriction_type": "password", "password": "khoa"}),
    "lock": post(P + "{live}/lock/"),
    "unlock": post(P + "{live}/unlock/"),
    "workflow: approve": post(P + "workflow/action/{draft}/approve/1/", lambda b: {"comment": ""}),
    "workflow: data": post(P + "workflow/collect_action_data/{draft}/approve/1/", lambda b: {"comment": ""}),
    "workflow: cancel": post(P + "workflow/confirm_cancellation/{draft}/"),
    **{f"bulk: {name}": post(f"/admin/bulk/wagtailcore/page/{name}/?id={{{page}}}&next=/admin/", lambda b: {
        "chooser": b.section.pk, "include_descendants": "on"})
       for name, page in (("publish", "draft"), ("unpublish", "live"), ("delete", "live"), ("move", "live"))},
    **{f"admin API: {name}": post(f"{API}{name}/", lambda b: {"destination_page_id": b.section.pk, "recursive": "1",
        "keep_live": "1", "revision_id": b.live.latest_revision_id, "slug": "chep", "position": "first-child"})
       for name in ("publish", "unpublish", "copy", "create_alias", "convert_alias", "move", "delete",
                    "revert_to_page_revision")},
    "admin API: publish a draft": post("/admin/api/main/pages/{draft}/action/publish/"),
    "replace the file behind a live picture": post(IMAGE + "{picture}/", lambda b: {"title": "Khác", "alt": "Khác", "credit": "",
                                                    "file": png("blue"), "collection": 1}),
    "move the focal point": post(IMAGE + "{picture}/", lambda b: {"title": "Sân trường", "alt": "Khác", "focal_point_x": "1",
                                  "focal_point_y": "1", "focal_point_width": "1", "focal_point_height": "1"}),
    "delete a live picture": post(IMAGE + "{picture}/delete/"),
    "bulk: delete a live picture": post("/admin/bulk/files/picture/delete/?id={picture}&next=/admin/"),
    "replace the file behind a live document": post(D + "edit/{attachment}/", lambda b: {"title": "Khác", "collection": 1,
                                                     "file": ContentFile(b"%PDF-1.4 khac", "khac.pdf")}),
    "delete a live document": post(D + "delete/{attachment}/"),
    "bulk: delete a live document": post("/admin/bulk/files/attachment/delete/?id={attachment}&next=/admin/"),
}  # fmt: skip


@pytest.mark.parametrize("name", SCREENS)
def test_no_screen_changes_what_readers_see(building: Building, name: str) -> None:
    answers = {person.username: SCREENS[name](building, person) for person in building.people()}
    assert building.seen() == building.at_first
    assert [
        who for who, status in answers.items() if status not in (302, 303, 400, 403, 404, 405) and status != 200
    ] == []


# --- Wagtail's machinery, called directly -----------------------------------------------------------------------------------


def fresh(page: Page) -> Any:
    return type(page).objects.get(pk=page.pk)


def slip_in(page: Any) -> Revision:
    """A revision nobody decided on, saved past the desk."""
    draft = fresh(page)
    draft.title = "Chữ chen vào"
    return draft.save_revision()  # type: ignore[no-any-return]


def save_with(target: str, **changes: Any) -> Door:
    def door(b: Building, person: Person) -> Answer:
        thing = fresh(getattr(b, target))
        for name, value in changes.items():
            setattr(thing, name, value)
        thing.save()
        return None

    return door


def bare(target: str, **changes: Any) -> Door:
    """The same through the bare `Page`, which knows nothing of our class."""

    def door(b: Building, person: Person) -> Answer:
        page = Page.objects.get(pk=getattr(b, target).pk)
        for name, value in changes.items():
            setattr(page, name, value)
        page.save()
        return None

    return door


def add_live(b: Building, person: Person) -> None:
    page = Article(title="Chen", slug="chen", section=b.section, genre="tin-ngan", live=True)
    b.index.add_child(instance=page)
    page.live = True
    page.save()


def add_section_live(b: Building, person: Person) -> None:
    b.home.add_child(instance=Section(title="Chen", slug="chen", intro="Chen", live=True))


def task_state(b: Building, person: Person, page: Any) -> Any:
    workflow = Workflow.objects.create(name="Cửa sau", active=True)
    WorkflowTask.objects.create(workflow=workflow, task=GroupApprovalTask.objects.create(name="Duyệt", active=True))
    return workflow.start(page, person)


def task_state_approve(b: Building, person: Person) -> None:
    task_state(b, person, fresh(b.draft)).current_task_state.specific.approve(user=person)


def workflow_of_a_live_page(b: Building, person: Person) -> None:
    slip_in(b.live)
    task_state(b, person, fresh(b.live)).finish(user=person)


def publish_scheduled(b: Building, person: Person) -> None:
    draft = b.draft.latest_revision
    Revision.objects.filter(pk=draft.pk).update(approved_go_live_at=NOW - timedelta(days=1))
    with suppress(*SHUT):
        call_command("publish_scheduled")
    Page.objects.filter(pk=b.live.pk).update(expire_at=NOW - timedelta(days=1))
    call_command("publish_scheduled")


def picture_file(b: Building, person: Person) -> None:
    stored = fresh(b.picture)
    stored.file.save("khac.png", png("blue"))


def another_pages_task(b: Building, person: Person) -> None:
    other = b.cast.article(b.cast.vy, title="Bài khác")
    task = b.cast.submit(other, b.cast.vy).task_id()
    case = Case.objects.get(page_id=b.draft.pk)
    holder = standing(case, NOW).open
    assert holder is not None
    by = Person.objects.get(pk=holder.holders[0].person)
    approval.decide(b.draft, Verb.APPROVE, revision=case.revision_id, hash=case.hash, by=by, at=NOW, task=task, **T)


def go_live_without_an_approval(b: Building, person: Person) -> None:
    revision = slip_in(b.live)
    found = b.live.approvals.get()
    found.revision = revision
    approval.go_live(found, Case.objects.get(page_id=b.live.pk), at=NOW, by=person, channel="test")


def save_field(b: Building, person: Person) -> None:
    page = fresh(b.live)
    page.title = "Chữ chen vào"
    page.save(update_fields=["title"])


DIRECT: dict[str, Callable[[Building, Person], object]] = {
    "a draft's revision.publish()": lambda b, p: b.draft.latest_revision.publish(user=p, skip_permission_checks=True),
    "a slipped-in revision.publish()": lambda b, p: slip_in(b.live).publish(user=p),
    "publish() before the hour": lambda b, p: b.waiting.latest_revision.publish(user=p),
    "page.publish()": lambda b, p: fresh(b.draft).publish(b.draft.latest_revision, user=p),
    "Page.publish() of the bare page": lambda b, p: Page.objects.get(pk=b.draft.pk).publish(b.draft.latest_revision, user=p),
    "PublishPageRevisionAction of a draft": lambda b, p: PublishPageRevisionAction(b.draft.latest_revision, user=p).execute(
        skip_permission_checks=True),
    "PublishPageRevisionAction of slipped-in words": lambda b, p: PublishPageRevisionAction(slip_in(b.live), user=p).execute(
        skip_permission_checks=True),
    "PublishPageRevisionAction before the hour": lambda b, p: PublishPageRevisionAction(b.waiting.latest_revision).execute(
        skip_permission_checks=True),
    "UnpublishPageAction": lambda b, p: UnpublishPageAction(fresh(b.live), user=p).execute(skip_permission_checks=True),
    "UnpublishPageAction of the bare page": lambda b, p: UnpublishPageAction(Page.objects.get(pk=b.live.pk), user=p).execute(
        skip_permission_checks=True),
    "UnpublishPageAction from the home page down": lambda b, p: UnpublishPageAction(
        Page.objects.get(pk=b.section.pk), include_descendants=True).execute(skip_permission_checks=True),
    "page.unpublish()": lambda b, p: fresh(b.live).unpublish(user=p),
    "RevertToPageRevisionAction": lambda b, p: RevertToPageRevisionAction(
        fresh(b.live), slip_in(b.live), user=p, changed=True).execute(skip_permission_checks=True).publish(),
    "page.copy()": lambda b, p: fresh(b.live).copy(to=b.index, keep_live=True, update_attrs={"slug": "chep"}),
    "CopyPageAction": lambda b, p: CopyPageAction(fresh(b.live), to=b.index, keep_live=True, copy_revisions=True,
        update_attrs={"slug": "chep", "title": "Chép"}).execute(skip_permission_checks=True),
    "page.create_alias()": lambda b, p: fresh(b.live).create_alias(parent=b.index, update_slug="bong"),
    "CreatePageAliasAction": lambda b, p: CreatePageAliasAction(fresh(b.live), parent=b.index, update_slug="bong").execute(
        skip_permission_checks=True),
    "ConvertAliasPageAction": lambda b, p: ConvertAliasPageAction(fresh(b.live)).execute(skip_permission_checks=True),
    "page.move()": lambda b, p: fresh(b.live).move(b.section, pos="last-child"),
    "MovePageAction": lambda b, p: MovePageAction(fresh(b.live), b.section, pos="last-child").execute(
        skip_permission_checks=True),
    "page.delete()": lambda b, p: fresh(b.live).delete(),
    "DeletePageAction": lambda b, p: DeletePageAction(fresh(b.live), user=p).execute(skip_permission_checks=True),
    "delete by query": lambda b, p: Article.objects.filter(pk=b.live.pk).delete(),
    "save() with other words": save_with("live", title="Chữ chen vào"),
    "save(update_fields) with other words": save_field,
    "save() of a draft with live=True": save_with("draft", live=True),
    "save() of what waits with live=True": save_with("waiting", live=True),
    "save() with live=False": save_with("live", live=False),
    "save() of a section's introduction": save_with("section", intro="Chữ chen vào"),
    "save() with another audience": save_with("live", audience="internal"),
    "bare save with live=True": bare("draft", live=True),
    "bare save with live=False": bare("live", live=False),
    "bare save with another title": bare("live", title="Chữ chen vào"),
    "bare save with another slug": bare("section", slug="cho-khac"),
    "bare save of the home page's title": bare("home", title="Chữ chen vào"),
    "add_child with live=True": add_live,
    "add_child of a live section": add_section_live,
    "TaskState.approve()": task_state_approve,
    "WorkflowState.finish() on a live page": workflow_of_a_live_page,
    "manage.py publish_scheduled": publish_scheduled,
    "manage.py purge_revisions": lambda b, p: call_command("purge_revisions"),
    "manage.py move_pages": lambda b, p: call_command("move_pages", b.index.pk, b.section.pk),
    "manage.py set_url_paths": lambda b, p: call_command("set_url_paths"),
    "a picture's words": save_with("picture", alt="Khác"),
    "a picture's focal point": save_with("picture", focal_point_x=1),
    "a picture's file": picture_file,
    "a picture's end": lambda b, p: fresh(b.picture).delete(),
    "a document's words": save_with("attachment", title="Khác"),
    "a document's end": lambda b, p: fresh(b.attachment).delete(),
    "delete a picture by query": lambda b, p: type(b.picture).objects.filter(pk=b.picture.pk).delete(),
    "another page's task": another_pages_task,
    "go_live with another revision": go_live_without_an_approval,
    "the worker before the hour": lambda b, p: approval.publish_due(NOW),
    "words kept by the desk": lambda b, p: news.edit(fresh(b.live), {"title": "Bản sửa"}, by=b.cast.lan, at=NOW, **T),
    "a section's words kept by the desk": lambda b, p: news.reword(
        fresh(b.section), title="Khác", intro="Khác", by=b.cast.sen, at=NOW, **T),
}  # fmt: skip


@pytest.mark.parametrize("name", DIRECT)
def test_no_machinery_changes_what_readers_see(building: Building, name: str) -> None:
    with suppress(*SHUT):
        DIRECT[name](building, building.root)
    assert building.seen() == building.at_first


def test_every_live_page_of_the_building_has_its_approval(building: Building) -> None:
    seen = building.seen()
    assert len(seen["hashes"]) == 5
    assert {status for status, _ in seen["bytes"].values()} <= {200, 404}
