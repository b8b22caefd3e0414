"""`manage.py api_token USERNAME [--decide]`: makes an access code and prints it, alone, on standard output."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from portal.base import clock
from portal.base.refused import Refused
from portal.people.models import Person
from portal.people.tokens import mint


class Command(BaseCommand):
    help = "Tạo một mã truy cập API cho một tài khoản và in ra một lần duy nhất."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("username", help="tên đăng nhập của chủ mã")
        parser.add_argument("--decide", action="store_true", help="cho mã quyết định (chỉ ở trường minh hoạ)")
        parser.add_argument("--label", default="dòng lệnh", help="tên gọi của mã")

    def handle(self, *args: Any, **options: Any) -> None:
        person = Person.objects.filter(username=options["username"]).first()
        if person is None:
            raise CommandError(f"Không có tài khoản “{options['username']}”.")
        try:
            minted = mint(person, label=options["label"], may_decide=options["decide"], by=None, at=clock.now(),
                          channel="command")  # fmt: skip
        except Refused as refused:
            raise CommandError(str(refused)) from None
        self.stderr.write(f"Mã của {person}, hết hạn {minted.token.expires_at:%d/%m/%Y}; chỉ hiện lần này:")
        self.stdout.write(minted.secret)
