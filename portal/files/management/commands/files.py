"""`manage.py files`: look whether every stored file is where the settings say; carry them to the bucket, or home."""

from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage, storages
from django.core.management.base import BaseCommand, CommandError, CommandParser

from portal.files import carrying
from portal.files.places import Silent

PROBE = "thu/kho-co-kin-khong.txt"
TOLD_EACH = 200


class Command(BaseCommand):
    help = "Tệp đã lưu: kiểm tra (check), chép từ đĩa lên kho S3 (to-bucket), chép từ kho về đĩa (to-disk)."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("what", choices=("check", "to-bucket", "to-disk"))

    def handle(self, *args: Any, **options: Any) -> None:
        if options["what"] == "check":
            return self.check_all()
        disk, bucket = FileSystemStorage(location=settings.MEDIA_ROOT), self.bucket()
        walk = carrying.to_bucket(disk, bucket) if options["what"] == "to-bucket" else carrying.to_disk(bucket, disk)
        try:
            return self.walk(walk)
        except Silent as silence:
            raise CommandError(f"Kho tệp không trả lời: {silence}") from silence

    def bucket(self) -> Any:
        """The bucket of the settings, once it has kept a file, given it back, and told strangers nothing of it."""
        bucket = storages["default"]
        if isinstance(bucket, FileSystemStorage):
            raise CommandError("Chưa bật kho S3: hãy đặt PORTAL_STORAGE=s3 và các biến PORTAL_S3_… cho lệnh này.")
        try:
            bucket.carry(PROBE, ContentFile(b"thu"), "-")
            told = bucket.tells_strangers(PROBE)
            bucket.delete(PROBE)
        except OSError as fault:
            raise CommandError(f"Chưa dùng được kho tệp: {fault}") from fault
        if told:
            raise CommandError(f"Kho tệp đang mở cho người lạ ({', '.join(told)}). Hãy đóng kho rồi chạy lại.")
        return bucket

    def walk(self, walk: Iterator[tuple[str, str]]) -> None:
        done = {"carried": 0, "there": 0}
        failed = 0
        for name, became in walk:
            if became in done:
                done[became] += 1
                if not sum(done.values()) % TOLD_EACH:
                    self.stdout.write(f"… {sum(done.values())} tệp")
            else:
                failed += 1
                self.stderr.write(f"{name}: {became}")
        self.stdout.write(f"Đã chép {done['carried']} tệp, {done['there']} tệp đã có sẵn.")
        if failed:
            raise CommandError(f"Còn {failed} tệp chưa chép được; hãy chạy lại lệnh này.")

    def check_all(self) -> None:
        found = 0
        for name, fault in carrying.amiss():
            found += 1
            self.stderr.write(f"{name}: {fault}")
        if found:
            raise CommandError(f"{found} tệp không ổn.")
        self.stdout.write("Mọi tệp đều ở đúng chỗ và đúng nội dung.")
