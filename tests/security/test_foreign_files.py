"""A collaborator cannot reach a file by naming its number: not its words, not its content, not that it exists."""

import pytest
from django.core.files.base import ContentFile
from django.test import Client

from portal.base.refused import Refused
from portal.files import actions as files
from portal.files.models import Attachment, Picture
from portal.news import actions as news
from portal.news.models import Article
from portal.people.models import Person
from tests.cast import NOW, Cast
from tests.website.pictures import a_paper, a_picture

SECRET = "chimyenbimat"


@pytest.fixture
def picture(cast: Cast) -> Picture:
    return a_picture(cast.lan, title=f"{SECRET} a", alt=f"{SECRET} b")


@pytest.fixture
def paper(cast: Cast) -> Attachment:
    return a_paper(cast.lan, title=f"{SECRET} c", words="giấy")


def attempts(picture: int, paper: int) -> list[dict[str, object]]:
    shot = {"picture": picture, "caption": ""}
    return [
        {"body": [{"type": "image", "value": shot}]},
        {"body": [{"type": "gallery", "value": [shot]}]},
        {"body": [{"type": "document", "value": paper}]},
        {"received_original": paper},
    ]


def said(cast: Cast, by: Person, changes: dict[str, object]) -> list[tuple[str, str]]:
    with pytest.raises(Refused) as no:
        cast.article(by, **changes)
    return [(one.field, one.message) for one in no.value.refusals]


def test_a_strangers_file_is_refused_as_if_it_were_not_there(cast: Cast, picture: Picture, paper: Attachment) -> None:
    there = [said(cast, cast.vy, one) for one in attempts(picture.pk, paper.pk)]
    nowhere = [said(cast, cast.vy, one) for one in attempts(picture.pk + 900, paper.pk + 900)]
    assert there == nowhere
    assert [len(one) for one in there] == [1, 1, 1, 1]


def test_a_collaborator_shows_his_own_and_what_the_text_already_has(
    cast: Cast, picture: Picture, paper: Attachment
) -> None:
    own = files.store_attachment(
        ContentFile(b"%PDF-1.7 x", "x.pdf"), title="Của tôi", by=cast.vy, at=NOW, channel="test"
    )
    article = cast.article(cast.vy, body=[{"type": "document", "value": own.pk}])
    cast.submit(article, cast.vy)
    shown = [{"type": "image", "value": {"picture": picture.pk}}, {"type": "document", "value": paper.pk}]
    news.edit(article, {"body": shown, "received_original": own.pk}, by=cast.sen, at=NOW, channel="test")
    cast.decide(article, "send_back", cast.sen, reason="Xem lại lời")
    again = news.edit(
        Article.objects.get(pk=article.pk),
        {"body": shown[::-1], "title": "Tên khác"},
        by=cast.vy,
        at=NOW,
        channel="test",
    )
    assert (again.shown_pictures(), again.shown_attachments()) == ({picture.pk}, {paper.pk})


def test_staff_show_any_file(cast: Cast, picture: Picture, paper: Attachment) -> None:
    made = [cast.article(cast.khoa, **one).live for one in attempts(picture.pk, paper.pk)]
    assert made == [False] * 4


def test_no_screen_tells_the_title_of_a_strangers_file(cast: Cast, picture: Picture, paper: Attachment) -> None:
    article = cast.article(cast.vy)
    client = Client()
    client.force_login(cast.vy, backend="django.contrib.auth.backends.ModelBackend")
    for number in ("0", "²", "9" * 30):
        typed = {
            "do": "author", "khoi": [f"{number}:image", "1:document", "2:gallery"], "received_original": str(paper.pk),
            "received_name": "x", "b-0-picture": str(picture.pk), "b-1-document": str(paper.pk), "b-2-shots": number,
            f"b-2-{number}-picture": str(picture.pk), f"b-{number}-pick": number, "authors-TOTAL_FORMS": "1",
            "authors-INITIAL_FORMS": "0",
        }  # fmt: skip
        for typed["do"] in ("author", "save", f"up:{number}", f"plan:{number}"):
            answer = client.post(f"/viet/{article.pk}/", typed)
            wrong = answer.status_code not in (200, 422)
            assert (wrong, SECRET in answer.content.decode()) == (False, False)
    assert Picture.objects.filter(uploaded_by_user=cast.vy).count() == 0


def test_numbers_no_database_holds_are_numbers_nobody_finds(cast: Cast) -> None:
    article = cast.article(cast.lan)
    client = Client()
    client.force_login(cast.lan, backend="django.contrib.auth.backends.ModelBackend")
    for number in ("²", "٣", "9" * 18, "9" * 30, "9" * 5000, "-1", "1e5"):
        typed = {
            "do": "save", "khoi": ["0:image", "1:document", "2:gallery"], "received_original": number,
            "b-0-picture": number, "b-0-pick": number, "b-1-document": number, "b-2-shots": ["0", number],
            "b-2-0-picture": number, "authors-TOTAL_FORMS": "1", "authors-INITIAL_FORMS": "0", "plan_entry": number,
        }  # fmt: skip
        assert client.post(f"/viet/{article.pk}/", typed).status_code == 422
