"""The building whose doors are tried: something live of each kind, drafts, an approved text waiting, and what readers see."""

from dataclasses import dataclass, field
from datetime import timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

from django.core.files.base import ContentFile
from django.test import Client
from PIL import Image
from wagtail.models import Page, PageViewRestriction, Site

from portal.approval import actions as approval
from portal.approval.models import Approval
from portal.approval.queries import hash_of
from portal.base import remembered
from portal.files import actions as files
from portal.files.models import Attachment, Exposure, Picture
from portal.news.models import Article, ArticleIndex, HomePage, Section
from portal.people.models import Person
from tests.cast import NOW, PASSWORD, Cast

T = {"channel": "test"}


def png(colour: str) -> ContentFile:
    out = BytesIO()
    Image.new("RGB", (40, 30), colour).save(out, "PNG")
    return ContentFile(out.getvalue(), "anh.png")


def pdf() -> ContentFile:
    return ContentFile(b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n", "giay.pdf")


@dataclass
class Building:
    """What stands there, and who knocks."""

    cast: Cast
    root: Person
    picture: Picture
    attachment: Attachment
    live: Article
    draft: Article
    waiting: Article
    clients: dict[str, Client] = field(default_factory=dict)
    at_first: dict[str, Any] = field(default_factory=dict)

    @property
    def section(self) -> Section:
        return self.cast.sections["chuyen-mon"]

    @property
    def index(self) -> ArticleIndex:
        return ArticleIndex.objects.get()

    @property
    def home(self) -> HomePage:
        return HomePage.objects.get()

    def people(self) -> list[Person]:
        return [*self.cast.people.values(), self.root]

    def client(self, person: Person) -> Client:
        """Somebody signed in; what breaks inside answers 500, as it would in life."""
        if person.username not in self.clients:
            client = Client(raise_request_exception=False)
            client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
            self.clients[person.username] = client
        return self.clients[person.username]

    def seen(self) -> dict[str, Any]:
        """Everything a reader's view is made of; the same before and after, or a door was open."""
        remembered.forget()  # what readers get now, whatever they got before
        live = list(Page.objects.filter(live=True).order_by("pk").specific())
        pages = {
            page.pk: (page.title, page.slug, page.url_path, page.path, page.seo_title, page.alias_of_id)
            for page in live
        }
        hashes = {page.pk: hash_of(page) for page in live if hasattr(page, "projection")}
        approvals = Approval.objects.filter(revoked_at=None, went_live_at__isnull=False)
        assert hashes == {one.page_id: one.hash for one in approvals}
        return {
            "pages": pages,
            "hashes": hashes,
            "pictures": list(
                Picture.objects.filter(pk=self.picture.pk).values("title", "alt", "credit", "sha256", "file")
            ),
            "files": [Path(stored.file.path).read_bytes() for stored in (self.picture, self.attachment)],
            "attachments": list(Attachment.objects.filter(pk=self.attachment.pk).values("title", "sha256", "file")),
            "exposures": list(
                Exposure.objects.values_list("holder_id", "picture_id", "attachment_id", "audience").order_by("pk")
            ),
            "restrictions": PageViewRestriction.objects.count(),
            "site": list(Site.objects.values("hostname", "port", "root_page_id", "is_default_site")),
            "bytes": {page.pk: self.reader(page.url) for page in live},
        }

    def reader(self, url: str | None) -> tuple[int, bytes]:
        answer = Client().get(url or "/")
        return answer.status_code, answer.content


def build(cast: Cast) -> Building:
    """One live article with a picture and a document, one draft in review, one approved and waiting for its hour."""
    root = Person.objects.create_superuser(
        "root", "root@testserver.edu.vn", PASSWORD, full_name="Kĩ thuật", kind="staff"
    )
    picture = files.store_picture(
        png("red"), title="Sân trường", alt="Sân trường buổi sáng", credit="Lan", by=cast.lan, at=NOW, **T
    )
    attachment = files.store_attachment(pdf(), title="Kế hoạch", by=cast.lan, at=NOW, **T)
    body = [
        {"type": "paragraph", "value": "Ba chai nước."},
        {"type": "image", "value": {"picture": picture.pk, "caption": "Lớp 7A3"}},
        {"type": "document", "value": {"document": attachment.pk}},
    ]
    live = cast.published(cast.lan, body=body)
    draft = cast.article(cast.khoa, title="Bản nháp chưa ai duyệt")
    cast.submit(draft, cast.khoa)
    waiting = cast.article(cast.lan, title="Chờ đến giờ")
    approval.schedule(waiting, publish_at=NOW + timedelta(days=2), by=cast.lan, at=NOW, **T)
    return Building(cast, root, picture, attachment, live, Article.objects.get(pk=draft.pk), cast.up(waiting, cast.lan))
