"""`python manage.py init`: set up a real school on an empty database, by flags or by questions on a terminal."""

import re
import sys
from argparse import ArgumentParser
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.core.validators import validate_email
from django.db import DatabaseError, transaction

from portal.base import clock
from portal.base.models import School
from portal.people import actions as people
from portal.people.models import Person
from portal.people.rules import OFFICE_NAMES, Kind, Office
from portal.website.actions import FirstDecision, found_school

BOARD = (Office.HEAD, Office.DEPUTY, Office.MEMBER, Office.SECRETARY, Office.SYSADMIN)
SEVERAL = frozenset({Office.DEPUTY, Office.MEMBER, Office.SECRETARY, Office.SYSADMIN})
NEEDED = frozenset({Office.HEAD, Office.SECRETARY})
USERNAME = re.compile(r"[a-z0-9][a-z0-9._-]{1,59}")
QUESTIONS = (
    ("name", "Tên trường", "Ví dụ: Trường THCS Ngô Gia Tự", True),
    ("initials", "Chữ trên huy hiệu", "tối đa 6 chữ, ví dụ: NGT", True),
    ("domain", "Tên miền chính thức", "ví dụ: thcsngogiatu.edu.vn", True),
    ("ward", "Địa bàn (phường, thành phố)", "", False),
    ("address", "Địa chỉ", "", False),
    ("phone", "Điện thoại", "", False),
    ("email", "Thư điện tử của trường", "", False),
    ("principal", "Hiệu trưởng", "tên-đăng-nhập:Họ và tên:thư điện tử", True),
    ("decision-number", "Số quyết định đầu tiên", "ví dụ: 34/QĐ-THCSNGT", True),
    ("decision-date", "Ngày ký quyết định", "ngày/tháng/năm", True),
    ("decision-subject", "Trích yếu", "", False),
)
SUBJECT = "Ban hành Quy chế hoạt động Cổng thông tin điện tử và thành lập Ban biên tập"


@dataclass
class Newcomer:
    """One person named on the command line, with every office given to him."""

    username: str
    full_name: str
    email: str
    offices: list[Office] = field(default_factory=list)


@dataclass
class Sheet:
    """What was typed, read; every fault is kept and told at once."""

    faults: list[str] = field(default_factory=list)
    people: dict[str, Newcomer] = field(default_factory=dict)

    def person(self, flag: str, text: str, office: Office) -> None:
        parts = [part.strip() for part in text.split(":")]
        if len(parts) != 3 or not all(parts):
            self.faults.append(f"--{flag}: ghi theo mẫu tên-đăng-nhập:Họ và tên:thư điện tử (đang là “{text}”).")
            return
        username, full_name, email = parts
        if not USERNAME.fullmatch(username):
            self.faults.append(f"--{flag}: tên đăng nhập “{username}” chỉ gồm chữ thường không dấu, số, dấu . _ -")
        try:
            validate_email(email)
        except ValidationError:
            self.faults.append(f"--{flag}: “{email}” không phải địa chỉ thư điện tử.")
        known = self.people.setdefault(username, Newcomer(username, full_name, email))
        if (known.full_name, known.email) != (full_name, email):
            self.faults.append(f"--{flag}: “{username}” được ghi hai lần với họ tên hoặc thư khác nhau.")
        known.offices.append(office)

    def day(self, text: str) -> date:
        for shape in ("%d/%m/%Y", "%Y-%m-%d"):
            try:
                return datetime.strptime(text, shape).date()
            except ValueError:
                continue
        self.faults.append(f"--decision-date: “{text}” không phải ngày; ghi như 16/10/2024.")
        return date.min


class Command(BaseCommand):
    help = "Lập cổng cho một trường thật: tên, tên miền, Hiệu trưởng, quyết định đầu tiên và Ban biên tập."

    def add_arguments(self, parser: ArgumentParser) -> None:
        for name, label, hint, _ in QUESTIONS:
            parser.add_argument(f"--{name}", default="", help=f"{label}. {hint}")
        for office in BOARD:
            parser.add_argument(f"--{office.value}", action="append", default=[], metavar="TÊN:HỌ TÊN:THƯ",
                                help=f"{OFFICE_NAMES[office]}" + (" (nhiều lần được)" if office in SEVERAL else ""))  # fmt: skip
        parser.add_argument("--no-input", action="store_true", help="không hỏi gì; thiếu gì thì báo hết một lượt")

    def handle(self, *args: Any, **options: Any) -> None:
        self._refuse_second_time()
        if sys.stdin.isatty() and not options["no_input"]:
            self._ask(options)
        sheet = Sheet()
        words = self._read(sheet, options)
        if sheet.faults:
            lines = "\n".join(f"  - {fault}" for fault in sheet.faults)
            raise CommandError(f"Chưa lập được trường, cần sửa {len(sheet.faults)} điểm:\n{lines}")
        with transaction.atomic():
            opened = _found(sheet, words)
        self._tell(opened, words["domain"])

    def _refuse_second_time(self) -> None:
        try:
            school = School.objects.first()
        except DatabaseError:
            raise CommandError("Chưa có bảng dữ liệu. Hãy chạy `python manage.py migrate` trước.") from None
        if school is not None:
            raise CommandError(f"Cổng này đã có trường: {school}. `init` chỉ chạy một lần, trên dữ liệu trống.")

    def _ask(self, options: dict[str, Any]) -> None:
        self.stdout.write("Lập cổng cho trường. Bấm Enter để bỏ qua mục không bắt buộc.\n")
        for name, label, hint, needed in QUESTIONS:
            key = name.replace("-", "_")
            while not options[key]:
                options[key] = input(f"{label}{f' ({hint})' if hint else ''}: ").strip()
                if not needed:
                    break
        for office in BOARD:
            while not options[office.value] or office in SEVERAL:
                answer = input(f"{OFFICE_NAMES[office]} (tên-đăng-nhập:Họ và tên:thư; Enter để thôi): ").strip()
                if not answer:
                    break
                options[office.value].append(answer)

    def _read(self, sheet: Sheet, options: dict[str, Any]) -> dict[str, Any]:
        for name, label, _, needed in QUESTIONS:
            if needed and not options[name.replace("-", "_")].strip():
                sheet.faults.append(f"--{name}: thiếu {label[0].lower()}{label[1:]}.")
        if len(options["initials"]) > 6:
            sheet.faults.append("--initials: tối đa 6 chữ.")
        official = urlsplit(settings.PORTAL_BASE_URL).hostname
        domain = options["domain"].strip().lower()
        if domain and settings.PORTAL_PROFILE == "production" and domain != official:
            sheet.faults.append(f"--domain: “{domain}” khác tên miền trong PORTAL_BASE_URL (“{official}”).")
        if options["principal"].strip():
            sheet.person("principal", options["principal"], Office.PRINCIPAL)
        for office in BOARD:
            given: Iterable[str] = options[office.value]
            for text in given:
                sheet.person(office.value, text, office)
            if office in NEEDED and not options[office.value]:
                sheet.faults.append(f"--{office.value}: quyết định đầu tiên phải có {OFFICE_NAMES[office]}.")
            if office not in SEVERAL and len(options[office.value]) > 1:
                sheet.faults.append(f"--{office.value}: chỉ một người.")
        signed_on = sheet.day(options["decision_date"].strip()) if options["decision_date"].strip() else date.min
        if signed_on > clock.now().date():
            sheet.faults.append("--decision-date: ngày ký còn ở tương lai.")
        school = {key: options[key].strip() for key in ("name", "initials", "ward", "address", "phone", "email")}
        return {"school": {**school, "domain": domain}, "domain": domain, "signed_on": signed_on,
                "number": options["decision_number"].strip(), "subject": options["decision_subject"].strip() or SUBJECT}  # fmt: skip

    def _tell(self, opened: list[tuple[Newcomer, str]], domain: str) -> None:
        self.stdout.write(f"\nĐã lập trường ở {settings.PORTAL_BASE_URL} (tên miền chính thức: {domain}).")
        days = settings.PASSWORD_RESET_TIMEOUT // 86400
        self.stdout.write(f"Gửi riêng cho từng người đường dẫn đặt mật khẩu, dùng một lần, trong {days} ngày:\n")
        for newcomer, link in opened:
            held = ", ".join(OFFICE_NAMES[office] for office in newcomer.offices)
            self.stdout.write(f"  {held}: {newcomer.full_name} ({newcomer.username})\n    {link}")


def _found(sheet: Sheet, words: dict[str, Any]) -> list[tuple[Newcomer, str]]:
    at = clock.now()
    accounts: list[tuple[Newcomer, Person]] = [
        (newcomer, people.open_account(username=newcomer.username, full_name=newcomer.full_name, email=newcomer.email,
                                       kind=Kind.STAFF, by=None, at=at, channel="command", clause="Điều 7"))
        for newcomer in sheet.people.values()
    ]  # fmt: skip
    signer = next(each.full_name for each in sheet.people.values() if Office.PRINCIPAL in each.offices)
    paper = FirstDecision(words["number"], words["signed_on"], signer, words["subject"])
    board = {newcomer.username: tuple(dict.fromkeys(newcomer.offices)) for newcomer, _ in accounts}
    found_school(school=words["school"], decision=paper, board=board, at=at)
    return [(newcomer, people.password_link(person)) for newcomer, person in accounts]
