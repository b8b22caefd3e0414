"""What the news room's calls take and give."""

from datetime import datetime
from typing import Any, Literal

from ninja import Field, Schema
from pydantic import BaseModel

from portal.base.api import Hour, MaybeHour


class Block(BaseModel):
    type: str = Field(description="paragraph heading image gallery quote table document video notice links")
    value: Any = None


class SourceIn(BaseModel):
    name: str | None = None
    author: str | None = None
    url: str | None = None
    published_at: MaybeHour = None


class AdvertiserIn(BaseModel):
    name: str | None = None
    contact: str | None = None


class ReceivedIn(BaseModel):
    name: str | None = None
    unit: str | None = None
    received_at: MaybeHour = None


class AuthorIn(BaseModel):
    username: str
    share: int | None = Field(None, ge=0, le=100)


class Change(Schema):
    """What a PATCH may name; what it leaves out stays as it is."""

    section: str | None = Field(None, description="slug của chuyên mục")
    topic: str | None = None
    genre: str | None = None
    notice: bool | None = None
    title: str | None = None
    summary: str | None = None
    body: list[Block] | None = None
    kind: Literal["original", "repost", "advertisement"] | None = None
    audience: Literal["public", "internal"] | None = None
    source: SourceIn | None = None
    advertiser: AdvertiserIn | None = None
    plan_entry: int | None = None
    event_start: MaybeHour = None
    event_end: MaybeHour = None
    opening_at: MaybeHour = None
    place: str | None = None
    interviewee: str | None = None
    consent: bool | None = None
    photographer: str | None = None
    received_from: ReceivedIn | None = None
    received_original: int | None = None
    authors: list[AuthorIn] | None = Field(None, max_length=50)
    urgent_template: int | None = None
    expires_at: MaybeHour = None

    def given(self) -> dict[str, Any]:
        """The changes as `news` takes them: only what was named; null for a choice is as if it were not."""
        data = self.dict(exclude_unset=True)
        for name in ("section", "genre", "kind", "audience", "body"):
            if name in data and data[name] is None:
                del data[name]
        for author in data.get("authors") or []:
            if author.get("share") is None:
                author.pop("share", None)
        return data


class ArticleIn(Change):
    section: str = Field(description="slug của chuyên mục")  # type: ignore[assignment]
    title: str  # type: ignore[assignment]


class AuthorOut(Schema):
    username: str
    name: str
    share: int


class Source(Schema):
    name: str
    author: str
    url: str
    published_at: datetime | None


class Advertiser(Schema):
    name: str
    contact: str


class Received(Schema):
    name: str
    unit: str
    received_at: datetime | None


class Stand(Schema):
    """Where the latest text of an item stands, and whether an approved text is up."""

    id: int
    state: str = Field(description="draft in_review sent_back refused approved published withdrawn")
    live: bool
    url: str
    revision: int
    hash: str
    publish_at: datetime | None


class ArticleOut(Stand):
    title: str
    slug: str
    section: str
    topic: str | None
    genre: str
    notice: bool
    kind: str
    audience: str
    summary: str
    body: list[Block]
    source: Source
    advertiser: Advertiser
    plan_entry: int | None
    event_start: datetime | None
    event_end: datetime | None
    opening_at: datetime | None
    place: str
    interviewee: str
    consent: bool
    photographer: str
    received_from: Received
    received_original: int | None
    authors: list[AuthorOut]
    urgent_template: int | None
    expires_at: datetime | None
    published_at: datetime | None
    corrected_at: datetime | None


class StepOut(Schema):
    step: Literal["member", "secretary", "leader"]
    offices: list[str]
    office_names: list[str]
    people: list[str] = Field(description="tên đăng nhập của người giữ bước, hoặc của người đã làm bước")
    names: list[str]
    row: int
    clause: str
    rule: str
    status: Literal["done", "open", "waiting", "skipped"]
    skipped_because: str | None
    at: datetime | None = None


class RouteOut(Schema):
    row: int
    rule: str
    clause: str
    why: str
    items: list[StepOut]


class Moved(Stand):
    """What a verb answers: the new state and the route from here."""

    row: int
    route: list[StepOut]


class LineOut(Schema):
    at: datetime
    verb: str
    by: str | None
    by_name: str | None
    acting_for: str | None
    acting_for_name: str | None
    office: str | None
    number: str | None
    channel: str
    revision: int | None
    hash: str
    rule: str
    clause: str
    reason: str
    step: str | None


class TaskOut(Schema):
    id: int
    article: int
    title: str
    item: Literal["article", "section", "topic"]
    step: str
    since: datetime | None
    due: datetime | None
    clause: str
    revision: int
    hash: str
    decisions: list[str]


class DecisionIn(Schema):
    decision: Literal["approve", "send_back", "refuse", "propose_refusal", "vouch", "refer", "opinion"]
    revision: int
    hash: str
    reason: str = Field("", max_length=4000)
    ground: str = ""
    to: str | None = Field(None, description="tên đăng nhập; chỉ với refer")


class ScheduleIn(Schema):
    at: Hour


class WithdrawIn(Schema):
    ground: str = ""
    reason: str = Field("", max_length=4000)


class SectionOut(Schema):
    slug: str
    title: str
    field: str | None
    audience: str
    writable: bool


class GenreOut(Schema):
    slug: str
    title: str
