"""Every address of the portal, asked by everyone with every method: what the matrix is made of.

The table `expected.txt` is read by people: one line a route and method, one status a role. A route without a line fails,
and so does a line without a route; a new line is written by someone who has thought about who may.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.cache import cache
from django.core.files.base import ContentFile
from django.db import transaction
from django.test import Client
from django.test.client import ClientHandler
from django.urls import URLPattern, URLResolver, get_resolver
from PIL import Image

from portal.approval import actions as approval
from portal.approval.models import Case
from portal.base import remembered
from portal.base.models import JournalEntry, Task
from portal.files import actions as files
from portal.intranet.library import actions as library
from portal.intranet.library.rules import Given
from portal.intranet.models import LibraryItem, WeekPoster
from portal.intranet.notices import actions as intranet
from portal.intranet.week import actions as weeks
from portal.intranet.week.names import Written
from portal.intranet.week.rules import Part
from portal.news.bringing import actions as bringing
from portal.operations.models import Finding, KnownDomain
from portal.people import tokens
from portal.people.actions import name_for_duty
from portal.people.models import (
    Appointment,
    CollaboratorPost,
    CollaboratorProposal,
    Decision,
    FieldAssignment,
    Person,
    PersonnelProposal,
    Unit,
    UnitPost,
)  # fmt: skip
from portal.people.rules import Duty, Kind
from portal.plan import actions as plan
from portal.pupils import actions as pupils
from portal.pupils.models import (
    Declaration,
    Erasure,
    ErasurePlace,
    Guardian,
    PraiseHidden,
    Pupil,
    ResultImport,
    ResultPeriod,
    Withheld,
)  # fmt: skip
from portal.records import actions as records
from portal.records.disclosures import actions as disclosures
from portal.records.documents.rules import Given as PaperGiven
from portal.records.models import ApplicationPaper, DisclosurePosting, Document
from portal.records.outcomes import rules as outcomes
from portal.records.outcomes.actions import begin as begin_outcome
from portal.records.procedures.rules import Given as ProcedureGiven
from tests.cast import NOW, OLD, PASSWORD, Cast
from tests.records.admitted import a_season, applied

EXPECTED = Path(__file__).with_name("expected.txt")
MONDAY = NOW.date()
ROLES = ("nobody", "phu", "an", "vy", "lan", "cuc", "sen", "phong", "ha", "minh", "tri", "root")
ASKED_BY_FEW = ("PUT", "PATCH", "DELETE")  # off the API nothing answers to these; three roles ask
FEW = ("nobody", "ha", "root")


@dataclass(frozen=True)
class Route:
    """One address with a place for each argument."""

    pattern: str

    @property
    def is_api(self) -> bool:
        return self.pattern.startswith("api/v1/")


def routes() -> list[Route]:
    """Every route of the URL conf; Wagtail's screens are one route, its page tree another."""
    return list(_under(get_resolver(), ""))


def _under(resolver: URLResolver, prefix: str) -> Iterator[Route]:
    for entry in resolver.url_patterns:
        pattern = prefix + str(entry.pattern)
        if isinstance(entry, URLPattern):
            yield Route(pattern)
        elif pattern == "admin/":
            yield Route("admin/")
        else:
            yield from _under(entry, pattern)


class Asking(Client):
    """A client that keeps nothing of an answer but the answer: no templates, no contexts. One portal stands before them all."""

    portal = ClientHandler(enforce_csrf_checks=False)

    def __init__(self) -> None:
        super().__init__(raise_request_exception=False)
        self.handler = self.portal

    def request(self, **request: Any) -> Any:
        return self.handler(self._base_environ(**request))


class World:
    """One of everything an address can name."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self.sessions: dict[str, str] = {}
        self.root = Person.objects.create_superuser("root", "root@testserver.edu.vn", PASSWORD, kind=Kind.READER)
        up = cast.published(cast.lan)
        self.slug = up.slug
        waiting = cast.article(cast.lan, title="Bài đang chờ")
        task = cast.submit(waiting, cast.lan).task_id()
        unit = Unit.objects.create(title="Tổ Toán – Tin", slug="toan-tin")
        post = UnitPost.objects.create(unit=unit, person=cast.lan, starts=OLD)
        proposal = CollaboratorProposal.objects.create(
            field=cast.fields["cm"], full_name="Mai", email="mai@testserver.edu.vn", username="mai",
            proposed_by=cast.cuc, proposed_at=NOW,
        )  # fmt: skip
        token = tokens.mint(cast.lan, label="thử", may_decide=True, by=cast.lan, at=NOW, channel="test")
        square = BytesIO()
        Image.new("RGB", (8, 8), "#3b2a8c").save(square, "PNG")
        picture = files.store_picture(ContentFile(square.getvalue(), "o.png"), title="Ô ly", alt="Ô ly", credit="",
                                      by=cast.lan, at=NOW, channel="test")  # fmt: skip
        paper = files.store_attachment(ContentFile(b"%PDF-1.7 thu", "o.pdf"), title="Giấy", by=cast.lan, at=NOW,
                                       channel="test")  # fmt: skip
        asked = plan.assign(cast.entry, person=cast.lan, field_id=None, by=cast.sen, at=NOW, channel="test")
        delegation = cast.delegate(cast.dung, ("dd",))
        asked_for = PersonnelProposal.objects.create(
            change="appoint", person=cast.lan, office="deputy", note="Viết tốt.", proposed_by=cast.ha, proposed_as="head",
            proposed_at=NOW,
        )  # fmt: skip
        broken = Task.objects.create(name="x", run_after=NOW, state=Task.State.FAILED)
        self.remark = approval.remark(waiting, quote="", text="Thiếu ngày.", revision=waiting.case.revision_id,
                                      by=cast.ha, at=NOW, channel="test").pk  # fmt: skip
        brought = bringing.bring_pasted("Th«ng b¸o cña nhµ tr\u00adêng", "", by=cast.lan, at=NOW, channel="test",
                                        data={"section": "chuyen-mon", "genre": "tin-ngan"})  # fmt: skip
        fault = Finding.objects.create(key="k", kind="broken_inside", what="/x/", since=NOW, seen_at=NOW)
        domain = KnownDomain.objects.create(domain="violet.vn", added_by=cast.sen, added_at=NOW)
        old = cast.article(cast.sen, title="Bài của cổng cũ")
        approval.mark_history(old, past=OLD, where="/cu/", by=cast.sen, at=NOW, channel="test")
        moved = approval.list_history(title="Cổng cũ", by=cast.sen, at=NOW, channel="test")
        inner = cast.article(cast.lan, title="Giáo án", section="trao-doi", audience="internal")
        cast.submit(inner, cast.lan)
        cast.decide(inner, "approve", cast.sen)
        gathered = approval.gather([inner.pk], title="Tuần 12", by=cast.sen, at=NOW, channel="test")
        notice = a_notice(cast)
        resource = a_resource(cast, unit)
        self.resource_hash = resource.approvals.get().hash
        line, poster = self._week(cast)
        document, number = a_document(cast)
        procedure = a_procedure(cast)
        season, applicant, sent = admissions(cast)
        self.document_slug = document.slug
        posting = a_disclosure(cast)
        figures = an_outcome(cast)
        said = Declaration.objects.create(sha256="0" * 64, seen="wide", by=cast.lan, at=NOW)
        held = Withheld.objects.create(sha256="0" * 64, declaration=said, at=NOW)
        room, child, guardian, named = a_child(cast)
        forgotten, still = an_erasure(cast)
        row = PraiseHidden.objects.create(page_id=up.pk, pupil_id=child, room_id=room, at=NOW)
        self.room, told, staged = room, *results(cast)
        ids = {
            "noi-bo/hoc-sinh/lop/": room, "noi-bo/hoc-sinh/em/": child, "noi-bo/hoc-sinh/nguoi-giam-ho/": guardian,
            "noi-bo/phan-cong/": named, "noi-bo/ket-qua/": told, "noi-bo/ket-qua/nhap/": staged,
            "noi-bo/hoc-sinh/xoa/": forgotten, "viec/con-ten/": still,
            "viet/anh/": picture.pk, "viec/anh-rut/": held.pk, "viec/khen-rut/": row.pk,
            "noi-bo/kho/": resource.pk, "noi-bo/kho/<slug:slug>/tai/": resource.papers[0], "api/v1/library/": resource.pk,
            "noi-bo/thong-bao/viet/": notice, "api/v1/internal-notices/": notice,
            "noi-bo/danh-sach-duyet/": gathered.pk, "api/v1/review-lists/": gathered.pk, "noi-bo/lich/viec/": line,
            "noi-bo/lich/nguoi-dang/": poster, "noi-bo/so-lieu/": figures, "noi-bo/cong-khai/niem-yet/": posting.pk,
            "api/v1/disclosures/": posting.page_id, "api/v1/classes/": room,
            "noi-bo/tuyen-sinh/": season, "noi-bo/tuyen-sinh/ho-so/": applicant, "noi-bo/tuyen-sinh/giay-to/": sent,
            "noi-bo/thu-tuc/": procedure, "api/v1/procedures/": procedure,
            "noi-bo/van-ban/": document.pk, "api/v1/school-documents/": document.pk, "noi-bo/van-ban/so/": number,
            "viec/chuyen-cong/": moved.pk,
            "cham-soc/ten-mien/": domain.pk, "cham-soc/": fault.pk,
            "api/v1/care/findings/": fault.pk,
            "viet/nhap-word/": brought.pk, "viet/nhap-word/lan/": brought.bringing_id,
            "api/v1/articles/<row:pk>/conversions": brought.article_id, "api/v1/articles/brought/": brought.pk,
            "api/v1/articles/<row:pk>/as-it-was": brought.article_id,
            "viec/<int:pk>/phieu-duyet/": up.pk, "viec/chuyen-muc/<int:pk>/sua/": cast.sections["chuyen-mon"].pk,
            "viec/chuyen-muc/<int:pk>/xep/": cast.sections["chuyen-mon"].pk,
            "viec/": waiting.pk, "viet/": waiting.pk, "tep/anh/": picture.pk, "tep/": paper.pk,
            "ke-hoach/viec/": cast.entry.pk, "ke-hoach/": cast.entry.plan_id,
            "ke-hoach/giao/": asked.pk,
            "nhan-su/quyet-dinh/": Decision.objects.get().pk,
            "nhan-su/bo-nhiem/": Appointment.objects.get(person=cast.dung).pk,
            "nhan-su/linh-vuc/": cast.fields["dd"].pk,
            "nhan-su/phan-cong/": FieldAssignment.objects.get(person=cast.dung).pk,
            "nhan-su/don-vi/": unit.pk, "nhan-su/nguoi-don-vi/": post.pk, "nhan-su/uy-nhiem/": delegation.pk,
            "nhan-su/vang-mat/": cast.away(cast.khoa, ends=NOW + timedelta(days=2)).pk,
            "nhan-su/cong-tac-vien/": proposal.pk, "nhan-su/cong-tac/": CollaboratorPost.objects.get().pk,
            "nhan-su/de-xuat/": asked_for.pk, "nhan-su/tai-khoan/": cast.lan.pk, "he-thong/viec/": broken.pk,
            "nhan-su/tam-dung/de-xuat/": cast.lan.pk,
            "nhan-su/tam-dung/": cast.suspend(cast.khoa, ends=NOW - timedelta(days=2)).pk,
            "nhan-su/ma-truy-cap/": token.token.pk, "api/v1/tasks/": task, "api/v1/delegations/": delegation.pk,
            "thay-co/": cast.lan.pk, "api/v1/public/": up.pk, "api/v1/articles/": waiting.pk, "the/": up.pk,
        }  # fmt: skip
        self.ids = sorted(ids.items(), key=lambda pair: -len(pair[0]))
        self.secrets = {
            name: tokens.mint(person, label="m", may_decide=True, by=person, at=NOW, channel="test").secret
            for name, person in self.everyone().items()
        }

    def _week(self, cast: Cast) -> tuple[int, int]:
        """This week's schedule, posted, with one line; somebody who was named to post it and is no longer."""
        week = weeks.begin(MONDAY, copy=False, by=cast.minh, at=NOW, channel="test")
        line = weeks.keep(
            week, Written(MONDAY, Part.MORNING, None, None, "Chào cờ"), by=cast.minh, at=NOW, channel="test"
        )
        weeks.post(week, by=cast.minh, at=NOW, channel="test")
        poster = WeekPoster.objects.create(person=cast.khoa, named_by=cast.minh, starts=OLD, ends=NOW)
        return line.pk, poster.pk

    def everyone(self) -> dict[str, Person]:
        return {name: self.root if name == "root" else self.cast.people[name] for name in ROLES[1:]}

    def path(self, route: Route) -> str:
        """The address of a route with its arguments filled in."""
        given = {
            "username": "lan", "monday": MONDAY.isoformat(), "role": "tac-gia", "spec": "width-400|format-webp", "verb": "approve",
            "key": "khong", "term": "ca-nam", "uidb36": "1", "hash": self.resource_hash,
            "remark": str(self.remark), "name": "32", "year": "2026", "number": "11", "page_id": "1", "page_view_restriction_id": "1",
            "slug": "chuyen-mon" if route.pattern.startswith(("rss", "atom"))
            else "5-1" if "cong-khai/<int" in route.pattern
            else self.document_slug if route.pattern.startswith("van-ban/<int")
            else "toan-tin" if route.pattern.startswith("to/") else self.slug if route.pattern.startswith("tin-bai/") else "duyet",
        }  # fmt: skip
        if route.pattern.startswith("noi-bo/ket-qua/"):
            given["lop"] = str(self.room)
        if route.pattern.startswith("cong-khai/<int"):
            given["number"] = "1"
        pk = next((pk for prefix, pk in self.ids if route.pattern.startswith(prefix)), 1)
        path = re.sub(r"<(?:\w+:)?(\w+)>", lambda m: str(given.get(m[1], pk)), route.pattern.replace("?P", ""))
        known = {"^_util": "_util", "^((?:[\\w\\-]+/)*)$": "chuyen-mon/"}
        for regex, plain in known.items():
            path = path.replace(regex, plain)
        path = re.sub(r"\(([^()|]*?)\[[^]]*\]\+\)|\((\w+)\.\+\)", lambda m: m[1] or m[2] or "", path)
        path = re.sub(r"\((\w[^|)]*)\|[^)]*\)", r"\1", path)
        return "/" + path.replace("^.*$", "khong-co").replace("^", "").replace("$", "")

    def ask(self, role: str, method: str, route: Route) -> str:
        """The status one role gets; nothing stays of it. A GET that writes a line or touches a case is a fault."""
        client, headers = Asking(), {}
        cache.clear()  # whoever asks too often is told to wait, and would be told nothing else
        if role != "nobody" and route.is_api:
            headers["Authorization"] = f"Bearer {self.secrets[role]}"
        elif role != "nobody":
            client.cookies[settings.SESSION_COOKIE_NAME] = self.signed_in(role)
        with transaction.atomic():
            before = method == "GET" and self._state()
            answer = client.generic(method, self.path(route), headers=headers)
            b"".join(answer)  # a streamed file is read to its end, and closed
            wrote = method == "GET" and self._state() != before
            transaction.set_rollback(True)
        if method != "GET" and answer.status_code < 400:
            remembered.forget()  # of what is undone
        return f"{answer.status_code}{'!' if wrote else ''}"

    def signed_in(self, role: str) -> str:
        """The key of a session, begun once: each question is asked with it, and what it did to it is undone."""
        if role not in self.sessions:
            client = Client()
            client.force_login(self.everyone()[role], backend="django.contrib.auth.backends.ModelBackend")
            self.sessions[role] = client.cookies[settings.SESSION_COOKIE_NAME].value
        return self.sessions[role]

    def _state(self) -> tuple[object, ...]:
        return JournalEntry.objects.count(), *Case.objects.order_by("pk").values_list("state", "hash", "touched_at")


def a_notice(cast: Cast) -> int:
    """A notice to everybody by a teacher, up at the address `duyet`; its number."""
    words = intranet.Words("Duyệt", "Lời.", intranet.To(everyone=True), acknowledge_by=NOW.date())
    written = intranet.write_notice(words, by=cast.lan, at=NOW, channel="test")
    return int(cast.up(written, cast.lan).pk)


def a_resource(cast: Cast, unit: Unit) -> LibraryItem:
    """An item of the library by a teacher whose unit has no leader, up at the address `duyet`."""
    file = files.store_attachment(ContentFile(b"%PDF-1.7 bai", "b.pdf"), title="Bài", by=cast.lan, at=NOW, channel="test",
                                  guarded=True)  # fmt: skip
    given = Given(title="Duyệt", sort="khac", grade=0, year=2026, unit=unit.pk)
    made: LibraryItem = cast.up(library.begin(given, [file], by=cast.lan, at=NOW, channel="test"), cast.lan)
    return made


def a_document(cast: Cast) -> tuple[Document, int]:
    """A document that is up, and a number of the register nothing bears."""
    number = records.take_number("kh", issued=MONDAY, summary="Duyệt", by=cast.minh, at=NOW, channel="test")
    file = files.store_attachment(
        ContentFile(b"%PDF-1.7 van ban", "v.pdf"), title="Duyệt", by=cast.sen, at=NOW, channel="test"
    )
    said = PaperGiven(title="Duyệt", kind="kh", symbol="1/KH", issued=MONDAY, signer="Minh")
    made = cast.up(records.begin_document(said, [file], by=cast.sen, at=NOW, channel="test"), cast.sen)
    return made, number.pk


def a_disclosure(cast: Cast) -> DisclosurePosting:
    """A point of this school year that is up, and a copy of it on the notice-board."""
    said: dict[str, Any] = {"by": cast.sen, "at": NOW, "channel": "test"}
    table = {"caption": "Thu", "head": ["Nguồn"], "rows": [["Ngân sách"]]}
    page = cast.up(disclosures.write(2026, "5.1", disclosures.Given("Duyệt", [table]), **said), cast.sen)
    return disclosures.post(page, NOW.date(), "Bảng tin", ["Lê Phong", "Hoàng Lan"], **said)


def an_outcome(cast: Cast) -> int:
    """The results of a school year in figures, up; the number of their page."""
    counts = {outcomes.Cell(kind, 6, outcomes.Who.ALL, "T"): 40 for kind in outcomes.Kind}
    made = begin_outcome(2026, outcomes.Term.YEAR, counts, by=cast.minh, at=NOW, channel="test")
    return int(cast.up(made, cast.minh).pk)


def a_procedure(cast: Cast) -> int:
    """A procedure with a form that is up, at the address `duyet`; its number."""
    said = ProcedureGiven(
        title="Duyệt", who="Học sinh", dossier="Đơn", place="Văn thư", hours="Sáng", days=1, fee=0, basis="Điều lệ", starts=MONDAY,
        form_title="Đơn", form_lines="Tên: ____", form_signer="Người làm đơn",
    )  # fmt: skip
    return int(cast.up(records.begin_procedure(said, [], by=cast.sen, at=NOW, channel="test"), cast.sen).pk)


def admissions(cast: Cast) -> tuple[int, int, int]:
    """A season that takes applications, at the address `duyet`, one that came, and a paper of it; their numbers."""
    season = a_season(cast, title="Duyệt")
    one = applied(season).one
    return season.pk, one.pk, ApplicationPaper.objects.create(
        application=one, name="a.pdf", kind="pdf", size=8, sha256="0" * 64, scan="clean", sent_at=NOW, content=b"%PDF-1.7",
    ).pk  # fmt: skip


def a_child(cast: Cast) -> tuple[int, int, int, int]:
    """A pupil of a class of Lan's, with an account and a guardian; somebody named to keep the rolls."""
    told: dict[str, Any] = {"by": cast.minh, "at": NOW, "channel": "test"}
    room = pupils.open_class(2026, "7A3", teacher=cast.lan, **told)
    child = pupils.enrol(room, code="A1", full_name="Mây Thử Một", born=None, day=OLD.date(), **told)
    Pupil.objects.filter(pk=child.pk).update(account=cast.an)
    guardian = Guardian.objects.create(pupil=child, full_name="Phú", account=cast.phu)
    return room.pk, child.pk, guardian.pk, name_for_duty(cast.khoa, Duty.ROLLS, **told).pk


def an_erasure(cast: Cast) -> tuple[int, int]:
    """A reader who was forgotten, and a text that still names him."""
    gone = Person.objects.create(
        username="da-xoa", full_name="Người đã xóa thông tin", kind=Kind.READER, is_active=False
    )
    done = Erasure.objects.create(
        account=gone, ground="asked", paper="đơn số 1", state="done", asked_by=cast.khoa, asked_at=NOW, searched_at=NOW,
        decided_by=cast.minh, decided_at=NOW, digest="0" * 64,
    )  # fmt: skip
    return done.pk, ErasurePlace.objects.create(erasure=done, kind="wagtailcore.page", item=1).pk


def results(cast: Cast) -> tuple[int, int]:
    """A term's results, and a sheet of them that is being looked at."""
    period = ResultPeriod.objects.create(year=2026, term=1)
    return period.pk, ResultImport.objects.create(period=period, by=cast.minh, at=NOW).pk


def read_table() -> dict[tuple[str, str], dict[str, str]]:
    """The declared table: (method, pattern) → role → status."""
    table = {}
    for line in EXPECTED.read_text().splitlines():
        if line and not line.startswith("#"):
            method, *rest = line.split(maxsplit=len(ROLES) + 1)
            statuses, pattern = rest[: len(ROLES)], "".join(rest[len(ROLES) :])  # the front page's pattern is empty
            table[method, pattern] = dict(zip(ROLES, statuses, strict=True))
    return table


def methods_of(role: str, route: Route) -> tuple[str, ...]:
    return ("GET", "POST", *ASKED_BY_FEW) if route.is_api or role in FEW else ("GET", "POST")
