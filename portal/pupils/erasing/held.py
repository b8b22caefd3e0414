"""Every column that can hold words, by what becomes of it when somebody is forgotten: replaced, searched for his name, or kept for
a reason. A new column stands in no list, and a test fails until somebody has decided (Luật 91/2025, Điều 24)."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.apps import apps
from django.db import models

ALL = "*"

ERASED: Mapping[str, str] = {  # by the verb that forgets, or by the room that holds it
    "pupils.pupil": "code full_name",
    "pupils.guardian": "full_name relation",
    "pupils.consent": "paper",
    "pupils.result": "marks study conduct award absent",
    "pupils.resultslip": "digest",
    "pupils.resultimport": "sheets rows",
    "people.person": "username full_name first_name last_name email phone password",
    "people.token": "label",
    "account.emailaddress": ALL,
    "account.emailconfirmation": ALL,
    "mfa.authenticator": ALL,
    "sessions.session": ALL,
    "wagtailusers.userprofile": ALL,
    "base.task": "error",
    "desk.letter": "error",
    "desk.mailwish": "much private_address code_hash",
    "records.application": ALL,
    "records.applicationpaper": ALL,
    "records.applicationstep": ALL,
}
SEARCHED: Mapping[str, str] = {  # works of the school: never changed unseen, the Secretary is told where the name stands
    "news.homepage": ALL, "news.section": ALL, "news.topic": ALL, "news.articleindex": ALL, "news.article": ALL,
    "news.urgenttemplate": ALL, "news.brought": ALL, "news.bringing": ALL,
    "intranet.libraryitem": ALL, "intranet.libraryopinion": ALL, "intranet.rating": ALL, "intranet.tray": ALL,
    "intranet.trayfile": ALL, "intranet.internalnotice": ALL, "intranet.timetable": ALL, "intranet.timetablelesson": ALL,
    "intranet.timetablereading": ALL, "intranet.week": ALL, "intranet.entry": ALL, "intranet.duty": ALL,
    "intranet.entrychange": ALL, "intranet.subject": ALL, "intranet.textbookseries": ALL, "intranet.intranetindex": ALL,
    "records.disclosure": ALL, "records.disclosurechange": ALL, "records.disclosureposting": ALL, "records.registerline": ALL,
    "records.document": ALL, "records.filewords": "text unread", "records.figuresheet": ALL, "records.outcome": ALL,
    "records.procedure": ALL, "records.recordsindex": ALL, "records.admissionseason": ALL,
    "plan.activityplan": ALL, "plan.planentry": ALL, "plan.assignment": ALL, "plan.sectionbudget": ALL,
    "files.picture": "title description alt credit", "files.attachment": "title",
    "wagtailcore.page": ALL, "wagtailcore.revision": "object_str content",
    "wagtailcore.comment": ALL, "wagtailcore.commentreply": ALL,
    "pupils.withheld": "note", "pupils.erasureplace": "note", "pupils.praisehidden": "note",
    "people.collaboratorproposal": ALL, "people.absence": ALL, "people.suspension": ALL, "people.personnelproposal": ALL,
    "operations.place": ALL, "operations.outlink": ALL, "operations.moved": ALL, "operations.finding": ALL,
    "approval.case": "title facts authors", "approval.pass": "reason number facts", "approval.opinion": "question answer",
    "approval.historylist": "title closed_because", "approval.historyitem": "left_out", "approval.reviewlist": "title",
    "approval.reviewitem": "left_out", "approval.remark": "quote text", "approval.filefindings": "found unread",
    "approval.dataanswer": "reason",
}  # fmt: skip
FOLLOWS = "made from the texts, and made anew with them"
TYPES = "names and kinds of the house, none of a person"
HASHES = "hashes, numbers and words from a list"
UNUSED = "of Wagtail's own screens, which are closed"
STAFF = "of staff, whose papers and decisions bear their names"
KEPT: Mapping[str, tuple[str, str]] = {
    "base.journalentry": (ALL, "the record is never changed; it names people by number, and no child"),
    "base.school": (ALL, "the school itself"), "base.schoollook": (ALL, "the school itself"),
    "base.cursor": (ALL, TYPES), "base.parameter": (ALL, TYPES), "base.task": ("name arguments state", "numbers alone"),
    "people.person": ("kind", TYPES), "people.token": ("hash", "of a code that opens nothing any more"),
    "people.field": (ALL, TYPES), "people.unit": (ALL, TYPES), "people.delegation": (ALL, STAFF), "people.decision": (ALL, STAFF),
    "people.appointment": (ALL, STAFF), "people.namedduty": (ALL, STAFF),
    "pupils.schoolclass": (ALL, TYPES), "pupils.consent": ("purpose", TYPES),
    "pupils.declaration": (ALL, HASHES), "pupils.withheld": ("sha256 places", HASHES),
    "pupils.resultlayout": (ALL, "titles of columns"), "pupils.resultimport": ("name state", "a sheet's file name, gone with its marks"),
    "pupils.lookuptry": (ALL, HASHES), "pupils.erasureplace": ("kind", TYPES),
    "pupils.erasure": (ALL, "keyed hashes; the number of the request, which may not name anybody (R-ERASE-07)"),
    "files.picture": ("file_hash sha256 scan scan_note file", HASHES),
    "files.attachment": ("file_hash sha256 scan scan_note file kind", HASHES),
    "files.picturerendition": (ALL, HASHES), "files.exposure": (ALL, HASHES),
    "approval.case": ("title_key title_order in_field hash state past_hash", FOLLOWS), "approval.passage": (ALL, TYPES),
    "approval.pass": ("hash clause verb covers ground office kind", TYPES), "approval.vouch": (ALL, HASHES),
    "approval.opinion": ("hash", HASHES), "approval.historylist": ("digest", HASHES), "approval.historyitem": ("hash", HASHES),
    "approval.approval": (ALL, HASHES), "approval.reviewlist": ("digest", HASHES), "approval.reviewitem": ("hash", HASHES),
    "approval.remark": ("hash", HASHES), "approval.filefindings": ("sha256", HASHES), "approval.dataanswer": ("hash key", HASHES),
    "news.listed": (ALL, TYPES), "news.standingplace": (ALL, TYPES), "news.homeslot": (ALL, TYPES), "news.sending": (ALL, HASHES),
    "intranet.paperpreview": (ALL, TYPES), "intranet.upnotice": (ALL, HASHES), "intranet.noticeaddress": (ALL, TYPES),
    "intranet.confirmation": (ALL, HASHES), "intranet.reminding": (ALL, TYPES), "intranet.ownclass": (ALL, TYPES),
    "intranet.calendarkey": (ALL, "of an address that opens nothing any more"),
    "records.disclosurecharge": (ALL, TYPES), "records.registerbook": (ALL, TYPES), "records.documentlink": (ALL, TYPES),
    "records.filewords": ("sha256", HASHES), "records.documentwords": (ALL, FOLLOWS), "records.admissionrun": (ALL, "numbers alone"),
    "operations.round": (ALL, TYPES), "operations.knowndomain": (ALL, TYPES), "operations.moving": (ALL, TYPES),
    "operations.oldaddress": (ALL, HASHES),
    "desk.letter": ("kind key hash state", "which kind of letter, by numbers; addresses are asked for when it is sent"),
    "desk.link": (ALL, HASHES),
    "search.entry": (ALL, FOLLOWS), "search.word": (ALL, FOLLOWS),
    "auth.permission": (ALL, TYPES), "auth.group": (ALL, TYPES), "contenttypes.contenttype": (ALL, TYPES),
    "taggit.tag": (ALL, UNUSED),
    "wagtailcore.revision": ("object_id", HASHES), "wagtailcore.locale": (ALL, TYPES), "wagtailcore.site": (ALL, TYPES),
    "wagtailcore.collection": (ALL, TYPES), "wagtailcore.collectionviewrestriction": (ALL, UNUSED),
    "wagtailcore.pageviewrestriction": (ALL, UNUSED), "wagtailcore.apitoken": (ALL, UNUSED), "wagtailcore.uploadedfile": (ALL, UNUSED),
    "wagtailcore.workflow": (ALL, UNUSED), "wagtailcore.workflowstate": (ALL, UNUSED), "wagtailcore.task": (ALL, UNUSED),
    "wagtailcore.groupapprovaltask": (ALL, UNUSED), "wagtailcore.taskstate": (ALL, UNUSED),
    "wagtailcore.referenceindex": (ALL, HASHES), "wagtailcore.modellogentry": (ALL, UNUSED), "wagtailcore.pagelogentry": (ALL, UNUSED),
    "wagtailadmin.editingsession": (ALL, UNUSED), "wagtailadmin.formstate": (ALL, UNUSED),
    "wagtaildocs.document": (ALL, UNUSED), "wagtailimages.image": (ALL, UNUSED), "wagtailimages.rendition": (ALL, UNUSED),
    "wagtailsearch.indexentry": (ALL, UNUSED), "wagtailsearch.sqliteftsindexentry": (ALL, UNUSED),
}  # fmt: skip
NO_WORDS = (
    models.AutoField, models.IntegerField, models.FloatField, models.DecimalField, models.BooleanField, models.DateField,
    models.TimeField, models.DurationField, models.ForeignKey, models.UUIDField,
)  # fmt: skip


def columns(model: type[models.Model]) -> list[Any]:
    """The columns of a model's own table that can hold words, bytes or tables of either."""
    return [one for one in model._meta.local_concrete_fields if not isinstance(one, NO_WORDS)]


def undecided() -> list[str]:
    """Columns nobody has decided about, those two lists name, and names that are no column any more; empty where all is said."""
    there = {
        (model._meta.label_lower, one.name)
        for model in apps.get_models(include_auto_created=True)
        for one in columns(model)
    }
    said = [*_said(ERASED), *_said(SEARCHED), *_said({label: fields for label, (fields, _) in KEPT.items()})]
    twice = {f"{label}.{name}" for label, name in said if said.count((label, name)) > 1}
    return sorted({f"{label}.{name}" for label, name in there ^ set(said)} | twice)


def _said(listed: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for label, fields in listed.items():
        names = [one.name for one in columns(apps.get_model(label))] if fields == ALL else fields.split()
        yield from ((label, name) for name in names)


def searched() -> Iterator[tuple[type[models.Model], list[str]]]:
    """Which tables are read through for a name, each with its columns."""
    found: dict[str, list[str]] = {}
    for label, name in _said(SEARCHED):
        found.setdefault(label, []).append(name)
    return ((apps.get_model(label), names) for label, names in found.items())
