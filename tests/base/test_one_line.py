"""Names and titles stand on one line, by whichever door they come."""

from datetime import date

import pytest
from django.core import mail
from django.core.exceptions import ValidationError

from portal.base import queue
from portal.base.text import one_line
from portal.people import actions, tokens
from portal.people.models import CollaboratorProposal, Decision, Person
from tests.cast import NOW, Cast
from tests.people.signing import signed_in

BROKEN = "Trần\r\nThu\t Hà\x00\x0b \u202e(Bcc: ai@do.vn)\n"
WHOLE = "Trần Thu Hà (Bcc: ai@do.vn)"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [(BROKEN, WHOLE), ("  a  b ", "a b"), ("\n", ""), ("e\u0301m", "ém"), ("một\u00a0hai", "một hai")],
)
def test_a_break_a_tab_and_what_nobody_sees_become_one_space_or_nothing(typed: str, kept: str) -> None:
    assert one_line(typed) == kept


def test_a_persons_name_is_one_line_however_it_is_written(db: None) -> None:
    made = Person.objects.create_user("a", "a@thu.vn", full_name=BROKEN)
    assert (made.full_name, Person.objects.get(username="a").full_name) == (WHOLE, WHOLE)
    Person.objects.bulk_create([Person(username="b", full_name=BROKEN)])
    Person.objects.filter(username="a").update(full_name="Một\nhai")
    names = dict(Person.objects.values_list("username", "full_name"))
    assert names == {"a": "Một hai", "b": WHOLE}
    assert Person.objects.filter(full_name="Một\nhai").count() == 1  # what is looked for is read the same way


def test_a_name_of_breaks_alone_is_no_name(db: None) -> None:
    with pytest.raises(ValidationError) as no:
        Person(username="c", full_name="\n\t", password="x").full_clean()
    assert set(no.value.message_dict) == {"full_name"}


def test_papers_fields_units_and_codes_keep_to_it(cast: Cast) -> None:
    about = {"by": cast.minh, "at": NOW, "channel": "test"}
    paper = actions.record_decision(
        number="9/\nQĐ", signed_on=date(2026, 11, 16), signer="Minh\r\nPhó", subject="A\tB", **about
    )
    assert (paper.number, paper.signer, paper.subject) == ("9/ QĐ", "Minh Phó", "A B")
    assert Decision.objects.get(pk=paper.pk).number == "9/ QĐ"
    assert actions.open_field(title="Thư\nviện", by=cast.ha, at=NOW, channel="test").title == "Thư viện"
    assert actions.open_unit(title="Tổ\tVăn", **about).title == "Tổ Văn"
    assert (
        tokens.mint(cast.lan, label="Máy\nquét", may_decide=False, by=cast.lan, at=NOW, channel="test").token.label
        == "Máy quét"
    )


def test_a_collaborators_name_carries_no_second_header_into_his_letter(cast: Cast) -> None:
    typed = {"field": cast.fields["cm"].pk, "full_name": "Mơ\r\nBcc: ai@do.vn", "email": "mo@thu.vn"}
    assert signed_in(cast, "cuc").post("/nhan-su/cong-tac-vien/", typed).status_code == 302
    proposal = CollaboratorProposal.objects.get()
    assert proposal.full_name == "Mơ Bcc: ai@do.vn"
    actions.accept_collaborator(proposal, by=cast.ha, at=NOW, channel="test")
    queue.run_due(NOW)
    assert [(one.to, one.bcc) for one in mail.outbox if one.to == ["mo@thu.vn"]] == [(["mo@thu.vn"], [])]
