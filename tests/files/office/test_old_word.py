"""A .doc goes through LibreOffice in a room that is thrown away; a stand-in shows how it is called and how it is ended."""

import os
import time
from pathlib import Path

import pytest

from portal.files.office import read
from portal.files.office.limits import LIMITS, Limits
from portal.files.office.paper import Unreadable
from tests.files.office.docx import docx, p
from tests.files.office.said import shown
from tests.files.office.test_hostile import FILLED

pytestmark = pytest.mark.sqlite  # the same over either

WRITES = """#!/bin/sh
echo "$@" > {told}; cat "${{1#-env:UserInstallation=file://}}/user/registrymodifications.xcu" >> {told}; env >> {told}
mkdir made && cp {ready} made/given.docx
"""
HANGS = "#!/bin/sh\nsleep 300 & echo $! > {told}; wait\n"
WRITES_NOTHING = "#!/bin/sh\nexit 0\n"
EATS = "#!/bin/sh\nulimit -v > {told}; ulimit -f >> {told}; ulimit -t >> {told}\n"
SAVE = "Thầy/cô mở bằng Word rồi lưu lại (Save As) thành .docx."


class StandIn:
    def __init__(self, folder: Path) -> None:
        self.folder, self.told, self.ready = folder, folder / "told", folder / "ready.docx"

    def does(self, script: str) -> None:
        program = self.folder / "soffice"
        program.write_text(script.format(told=self.told, ready=self.ready))
        program.chmod(0o755)


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> StandIn:
    """A program called soffice, the first to be found."""
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setenv("PORTAL_SECRET", "not for others")
    return StandIn(tmp_path)


def sentence(limits: Limits = LIMITS) -> str:
    with pytest.raises(Unreadable) as refused:
        read(FILLED, "bai.doc", limits=limits)
    return refused.value.sentence


def test_the_old_file_is_made_new_and_read_with_the_same_distrust(office: StandIn) -> None:
    office.does(WRITES)
    office.ready.write_bytes(docx(p("Bài cũ")))
    assert shown(read(FILLED, "bai.doc")) == ["P Bài cũ"]
    office.ready.write_bytes(docx("<w:tbl><w:tr><w:tc>" * 60 + "</w:tc></w:tr></w:tbl>" * 60))
    assert sentence() == "Tệp lồng nhau quá nhiều lớp, không giống một văn bản thật nên không nhận."


def test_it_is_called_without_macros_links_net_and_our_secrets(office: StandIn) -> None:
    office.does(WRITES)
    office.ready.write_bytes(docx(p("x")))
    read(FILLED, "bai.doc")
    told = office.told.read_text()
    for said in ("--headless", "--convert-to docx:MS Word 2007 XML", 'DisableMacrosExecution" oor:op="fuse"><value>true',
                 'BlockUntrustedRefererLinks" oor:op="fuse"><value>true', 'ooInetProxyType" oor:op="fuse"><value>2'):  # fmt: skip
        assert told.count(said) == 1
    assert "PORTAL_SECRET" not in told


def test_time_is_bounded_and_nothing_of_it_lives_on(office: StandIn) -> None:
    office.does(HANGS)
    assert sentence(Limits(seconds=1)) == f"Tệp .doc này đọc quá lâu nên thôi. {SAVE}"
    child = int(office.told.read_text())
    ends = time.monotonic() + 20
    while Path(f"/proc/{child}/stat").exists() and Path(f"/proc/{child}/stat").read_text().split()[2] != "Z":
        assert time.monotonic() < ends, "still alive"
        os.sched_yield()


def test_memory_time_and_what_it_writes_are_bounded(office: StandIn) -> None:
    office.does(EATS)
    assert sentence(Limits(memory=2**30, unpacked=2**20, seconds=7)) == f"Không đọc được tệp .doc này. {SAVE}"
    memory, _, seconds = office.told.read_text().split()
    assert (int(memory), int(seconds)) == (2**20, 7)


def test_what_writes_nothing_is_said(office: StandIn) -> None:
    office.does(WRITES_NOTHING)
    assert sentence() == f"Không đọc được tệp .doc này. {SAVE}"


def test_without_libreoffice_the_teacher_is_told_what_to_do(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert sentence() == f"Máy chủ chưa cài LibreOffice nên chưa đọc được tệp .doc kiểu cũ. {SAVE}"


def test_the_room_is_thrown_away(office: StandIn) -> None:
    office.does(WRITES)
    office.ready.write_bytes(docx(p("x")))
    read(FILLED, "bai.doc")
    assert sorted(path.name for path in office.folder.iterdir()) == ["ready.docx", "soffice", "told"]
