"""The publish guard: a page whose words an outsider can read goes up only under an approval of that very text.

Wagtail has many doors to a live page (publish, save, create, copy, alias, revert, schedule, move, bulk). They end in
`publish()` or in `save()` with `live`; both ask for the approval here, and every permission that would open a screen
says no. The guard looks at the words themselves, by hash, not at who asks.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime
from functools import cache
from typing import Any

from django.apps import apps
from django.db.models.signals import pre_save
from django.dispatch import receiver
from wagtail.models import Page, PagePermissionTester

from portal.approval import queries
from portal.approval.models import Approval
from portal.approval.rules import Facts
from portal.base import clock
from portal.base.refused import Refused
from portal.base.rules import Refusal

_hour: ContextVar[datetime | None] = ContextVar("hour of the verb under way", default=None)
UNAPPROVED = Refusal("R-GUARD-01", "Điều 10.2, 14.2", "Chỉ bản đã được duyệt, đúng từng chữ, mới lên trang.")
CLOSED_DOOR = Refusal("R-GUARD-02", "Điều 14.2", "Việc này làm ở bàn biên tập, theo tuyến duyệt của Quy chế.")
BOOKKEEPING = frozenset(
    {
        "latest_revision", "latest_revision_created_at", "has_unpublished_changes", "draft_title", "locked", "locked_at",
        "locked_by", "numchild", "path", "depth", "url_path", "first_published_at", "last_published_at",
        "live_revision", "go_live_at", "expire_at", "expired", "wagtail_admin_comments",
    }
)  # fmt: skip

OF_THE_PAGE = ("content_type", "locale", "owner", "locked_by", "latest_revision", "live_revision", "alias_of")


class ShutPermissions(PagePermissionTester):
    """Wagtail's own screens change nothing: the desk does, by the regulation."""

    def _no(self, *args: object, **kwargs: object) -> bool:
        return False

    can_edit = can_delete = can_publish = can_unpublish = can_publish_subpage = can_add_subpage = _no
    can_move = can_copy = can_move_to = can_copy_to = can_reorder_children = can_set_view_restrictions = _no
    can_lock = can_unlock = can_submit_for_moderation = can_unschedule = can_delete_own = _no


class ShutPage(Page):
    """A page of the tree that carries no words of its own and is moved by no screen."""

    search_auto_update = False  # the portal has its own index; Wagtail's would read each saved page again for nothing

    class Meta:
        abstract = True

    def permissions_for_user(self, user: Any) -> PagePermissionTester:
        return ShutPermissions(user, self)

    @classmethod
    def from_serializable_data(cls, data: dict[str, Any], check_fks: bool = True, strict_fks: bool = False) -> Any:
        """A text kept earlier, without reading each row it points at: what a text may point at is never deleted."""
        return super().from_serializable_data(data, check_fks=False, strict_fks=strict_fks)

    def with_content_json(self, content: dict[str, Any]) -> Any:
        """A text kept earlier, on the page as it stands. What the page says itself is not looked up as it was then: Wagtail
        reads a whole row for each of these and takes the page's own in the end."""
        found = super().with_content_json({**content, **dict.fromkeys(OF_THE_PAGE)})
        found.live_revision_id = self.live_revision_id
        return found


def require_same_place(page: Page) -> None:
    """What is up comes down, and moves, by a verb only."""
    if _hour.get() is not None:
        return
    before = Page.objects.filter(pk=page.pk).values_list("live", "url_path").first()
    if before is not None and before[0] and (page.live, page.url_path) != before:
        raise Refused(CLOSED_DOOR)


@receiver(pre_save, sender=Page)
def guard_the_bare_row(instance: Page, raw: bool, **_: Any) -> None:
    """Wagtail moves, unpublishes and retitles through the bare `Page`, past the guards of its class: here it ends."""
    if (
        raw
        or _hour.get() is not None
        or instance._state.adding
        or not issubclass(instance.specific_class or Page, ShutPage)
    ):
        return
    before = Page.objects.filter(pk=instance.pk).values_list("live", "url_path", "title", "slug").first()
    if before is not None and (instance.live, instance.url_path, instance.title, instance.slug) != before:
        raise Refused(CLOSED_DOOR)


class ApprovedPage(ShutPage):
    """A page with a route. Rooms say what its facts, words and files are."""

    for_technicians = True  # whether the administrator follows it before it is up, as he does what is for everybody

    class Meta:
        abstract = True

    def facts(self, at: datetime) -> Facts:
        raise NotImplementedError

    def projection(self) -> dict[str, Any]:
        raise NotImplementedError

    def named_authors(self) -> frozenset[int]:
        return frozenset()

    def not_ready(self, at: datetime) -> list[Refusal]:
        return []

    def repeats(self) -> Approval | None:
        """The approval of another item that is up with these very words, if any (Điều 15.1)."""
        return None

    def shown_pictures(self) -> set[int]:
        return set()

    def shown_attachments(self) -> set[int]:
        return set()

    def shown_pupils(self) -> frozenset[tuple[int, int]]:
        """Whom it names out of the rolls: each pupil with the class he is named in, by number."""
        return frozenset()

    def shown_until(self) -> datetime | None:
        """When it is over by itself, if ever."""
        return None

    def told(self) -> list[tuple[str, str]]:
        """What else its reviewers read of it and compare, by name."""
        return []

    def edit_address(self) -> str:
        """Where whoever may edit it does so; "" where its room has no screen for it."""
        return ""

    def stays_up(self, ground: str, at: datetime) -> Refusal | None:
        """Why it may not be taken down on this ground at this hour, if it may not."""
        return None

    def stands(self, up_at: datetime | None) -> None:
        """Told within the verb that put it up (since when) or took it down (None), for a room that keeps more than a tree."""

    @contextmanager
    def approved_at(self, at: datetime) -> Iterator[None]:
        """The verb's own hour, so that guard and decision read one clock."""
        token = _hour.set(at)
        try:
            yield
        finally:
            _hour.reset(token)

    def publish(self, revision: Any, *args: Any, **kwargs: Any) -> Any:
        at = _hour.get() or clock.now()
        words = queries.hash_of(revision.as_object())
        if queries.approval_in_force(self, revision, words, at) is None:
            raise Refused(UNAPPROVED)
        return super().publish(revision, *args, **kwargs)

    def save(self, *args: Any, **kwargs: Any) -> Any:
        fields = kwargs.get("update_fields")
        if self._state.adding:
            self.live = False
            if self.alias_of_id:
                raise Refused(CLOSED_DOOR)
        elif not (fields and set(fields) <= BOOKKEEPING):
            require_same_place(self)
            if self.live:
                self._require_live_approval()
        return super().save(*args, **kwargs)

    def _require_live_approval(self) -> None:
        approval = queries.live_approval(self)
        if approval is None or approval.hash != queries.hash_of(self):
            raise Refused(UNAPPROVED)

    def unpublish(self, *args: Any, **kwargs: Any) -> Any:
        raise Refused(CLOSED_DOOR)

    def copy(self, *args: Any, **kwargs: Any) -> Any:
        raise Refused(CLOSED_DOOR)

    def create_alias(self, *args: Any, **kwargs: Any) -> Any:
        raise Refused(CLOSED_DOOR)

    def move(self, *args: Any, **kwargs: Any) -> Any:
        raise Refused(CLOSED_DOOR)

    def delete(self, *args: Any, **kwargs: Any) -> Any:
        raise Refused(CLOSED_DOOR)


@cache
def kinds_with_a_route() -> frozenset[str]:
    """How the journal names every kind of item there is, whichever room it belongs to."""
    return frozenset(model._meta.label_lower for model in apps.get_models() if issubclass(model, ApprovedPage))
