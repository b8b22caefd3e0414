"""What a family does itself, with nobody of the staff beside it: applies, looks its application up by code and day of birth, sends
papers, takes it back (TT 37/2020 Đ.9.5, 9.9; Luật 91/2025 Đ.24). The record knows an application by number."""

import hashlib
import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import PurePath

from django.core.files.uploadedfile import UploadedFile
from django.db import IntegrityError, transaction
from django.views.decorators.debug import sensitive_variables

from portal.base import journal, regulation
from portal.base.clock import ZONE
from portal.base.refused import Refused, refuse_if
from portal.base.rules import Ground, Refusal
from portal.base.text import nfc, one_line
from portal.files import actions as files
from portal.files.rules import PICTURE_TYPES, acceptable
from portal.pupils import actions as pupils
from portal.pupils import rules as codes
from portal.records.admissions import actions, dossier_rules, queries, rules
from portal.records.admissions.dossier_rules import PAPER_BYTES, Papers, Said
from portal.records.models import AdmissionSeason, Application, ApplicationPaper, ApplicationStep

KIND, FORM = "admission", "apply"
NOBODY = (0, date(1800, 1, 1), "", None, None, None)
GUESSED_FOR = timedelta(days=400)  # so long tries at one code are remembered; its season is over before
PAPER_KINDS = {"application/pdf": "pdf", **PICTURE_TYPES}
ALREADY = Refusal("R-ADM-09", rules.CLAUSE, "Đơn này đã được nhận rồi. Mã hồ sơ chỉ hiện một lần; nếu chưa kịp ghi lại, xin mang giấy "
                  "tờ của gia đình đến trường để nhận mã mới.", "", Ground.CONFLICT)  # fmt: skip
PLAINLY = {
    "R-FILE-11": "tệp có mã độc nên không nhận; hãy quét vi-rút máy đã gửi.",
    "R-FILE-12": "máy quét vi-rút của trường đang không trả lời nên chưa nhận được; hồ sơ vẫn còn nguyên, xin gửi lại sau ít phút.",
}  # what families read in place of what the staff do
log = logging.getLogger("portal.records")


@dataclass(frozen=True)
class Receipt:
    """What a family is given, this once."""

    one: Application
    code: str


@sensitive_variables()
def apply(season: AdmissionSeason, said: Said, *, key: str, address: str, at: datetime, channel: str) -> Receipt:
    """Take an application by the portal's form. `key`: of the form it was written on, so that sending it twice keeps it once; forms
    are counted for each address and all together before anything is kept. Raises Refused: 409, 422; R-RESULT-10 for too often."""
    on = at.astimezone(ZONE).date()
    refuse_if(*dossier_rules.is_said(said, rules.areas(season.quota), on), *dossier_rules.is_agreed(said, on))
    pupils.count_try(FORM, code=key, address=address, at=at, limits="admissions.forms")
    code = pupils.new_code(KIND)
    try:
        with transaction.atomic():
            one = _kept(season.pk, said, key, code, at, channel)
    except IntegrityError as twice:
        raise Refused(ALREADY) from twice
    return Receipt(one, code)


def _kept(season: int, said: Said, key: str, code: str, at: datetime, channel: str) -> Application:
    """The row of an application, its season as it is up this second."""
    up: AdmissionSeason = AdmissionSeason.objects.get(pk=season)
    run, many = actions.locked_run(up), Application.objects.filter(season=up).count()
    form = up.live and up.way == rules.Way.FORM
    refuse_if(
        rules.still_kept(erased=run.erased_at is not None),
        dossier_rules.are_taken(rules.stage(up.opens, up.closes, at), form=form, many=many),
    )
    assert said.born is not None  # R-ADM-10
    words = {name: one_line(nfc(getattr(said, name))).strip() for name in LINES}
    one = Application.objects.create(
        season=up, key=key, digest=pupils.secret_digest(KIND, code), received_at=at, born=said.born, sex=said.sex,
        note=nfc(said.note).replace("\r\n", "\n").strip(), agreed=hashlib.sha256(up.consent.encode()).hexdigest(), **words,
    )  # fmt: skip
    ApplicationStep.objects.create(application=one, act="nhan", at=at)
    journal.record("application_received", subject=one, by=None, at=at, channel=channel, rule="R-ADM-09", clause=rules.CLAUSE,
                   data={"season": up.pk})  # fmt: skip
    return one


LINES = ("child", "school", "area", "guardian", "relation", "phone", "email", "address")


@sensitive_variables()
def look_up(code: str, born: date, *, address: str, at: datetime) -> Application:
    """The application this code opens, with the day of birth on it. Every wrong case does the same work and says the same. Raises
    Refused: R-RESULT-10 where it was tried too often, R-ADM-15 for everything else."""
    crowded = pupils.count_try(KIND, code=code, address=address, at=at)
    digest = pupils.secret_digest(KIND, codes.typed_code(code))
    row = Application.objects.filter(digest=digest).values_list(
        "pk", "born", "digest", "season__run__until", "season__run__erased_at", "received_at"
    ).first()  # fmt: skip
    pk, day, held, until, erased, received = row or NOBODY
    known = received + GUESSED_FOR if received else None
    tries = pupils.count_for_good(KIND, held, until=known, at=at)
    holds = (
        codes.same_secret(day.isoformat(), born.isoformat()), pk > 0, until is None or at < until, erased is None,
        codes.not_tried_out(tries, regulation.number("results.slip_tries", at.date())),
    )  # fmt: skip
    found = Application.objects.select_related("season").filter(pk=pk if all(holds) else 0).first()
    try:
        refuse_if(dossier_rules.opened(*holds, found is not None))
    except Refused:
        log.info("an application was not opened, from %s", pupils.secret_digest("log", address)[:8])
        refuse_if(codes.TOO_OFTEN if crowded else None)
        raise
    assert found is not None
    assert known is not None
    pupils.forgive_tries(KIND, held, until=known)
    pupils.take_try_back(KIND, code=code, address=address, at=at)
    return found


@sensitive_variables()
def send_papers(one: Application, uploads: Sequence[UploadedFile], *, at: datetime, channel: str) -> list[str]:
    """Keep papers with an application, each scanned first; a sentence for each that was refused. What the school asked for and was
    sent is to be looked at anew. Raises Refused (409, 422)."""
    season = AdmissionSeason.objects.get(pk=one.season_id)
    wanted = dossier_rules.papers_wanted(queries.stage(season, at), one.papers, one.outcome)
    refuse_if(wanted, dossier_rules.papers_fit(one.files.count(), len(uploads)))
    kept, refused = [], []
    for number, upload in enumerate(uploads, 1):
        try:
            kept.append(_paper(upload, number, at, channel))
        except Refused as fault:
            refused += [f"{_called(upload, number)}: {PLAINLY.get(one.rule, one.message)}" for one in fault.refusals]
    if kept:
        _lay_beside(one.pk, kept, at, channel)
    return refused


def _paper(upload: UploadedFile, number: int, at: datetime, channel: str) -> ApplicationPaper:
    """A paper as it will be kept: what it is by content, scanned, a photo without where it was taken."""
    raw = upload.read(PAPER_BYTES + 1)
    mime = files.kind_of(raw)
    refuse_if(acceptable(mime, max(len(raw), upload.size or 0), kinds=PAPER_KINDS, most=PAPER_BYTES))
    verdict = files.look_into(
        raw, name=f"giay-to-{number}.{PAPER_KINDS[str(mime)]}", by=None, at=at, channel=channel, field="files"
    )
    content = files.bare(raw, str(mime))[0] if mime in PICTURE_TYPES else raw
    return ApplicationPaper(
        name=_called(upload, number), kind=PAPER_KINDS[str(mime)], size=len(content), sha256=hashlib.sha256(content).hexdigest(),
        scan=verdict.scan, sent_at=at, content=content,
    )  # fmt: skip


def _called(upload: UploadedFile, number: int) -> str:
    return one_line(nfc(PurePath(upload.name or "").name)).strip()[:120] or f"tệp {number}"


@transaction.atomic
def _lay_beside(pk: int, kept: Sequence[ApplicationPaper], at: datetime, channel: str) -> None:
    one = Application.objects.select_for_update().filter(pk=pk).first()
    there = one.files.count() if one else dossier_rules.MOST_PAPERS
    refuse_if(dossier_rules.papers_fit(there, len(kept)))
    assert one is not None
    for paper in kept:
        paper.application = one
        paper.save()
    if one.papers == Papers.LACKING:
        one.papers = Papers.RECEIVED
        one.save(update_fields=["papers"])
    ApplicationStep.objects.create(application=one, act="bo-sung", words=f"{len(kept)} tệp", at=at)
    journal.record("application_papers_sent", subject=one, by=None, at=at, channel=channel, rule="R-ADM-12", clause=rules.SECRET,
                   data={"season": one.season_id, "many": len(kept)})  # fmt: skip


@transaction.atomic
def withdraw(one: Application, *, at: datetime, channel: str) -> None:
    """R-ADM-16: a family takes its application back itself, whenever it likes, and nothing of it is left (Luật 91/2025 Đ.24)."""
    found = Application.objects.select_for_update().filter(pk=one.pk).first()
    if found is None:
        return
    journal.record("application_withdrawn", subject=found, by=None, at=at, channel=channel, rule="R-ADM-16", clause=rules.SECRET,
                   data={"season": found.season_id})  # fmt: skip
    found.delete()
