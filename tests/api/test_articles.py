"""Writing, reading and changing articles over the API."""

from datetime import timedelta
from typing import Any

from portal.approval.models import Case
from portal.base import clock
from portal.news.models import Article
from tests.api.conftest import READY, Caller, live, problem
from tests.cast import NOW, Cast

FIELDS = [
    "advertiser", "audience", "authors", "body", "consent", "corrected_at", "event_end", "event_start", "expires_at",
    "genre", "hash", "id", "interviewee", "kind", "live", "notice", "opening_at", "photographer", "place", "plan_entry",
    "publish_at", "published_at", "received_from", "received_original", "revision", "section", "slug", "source", "state",
    "summary", "title", "topic", "urgent_template", "url",
]  # fmt: skip


def test_a_new_article_answers_201_with_everything_about_it(api: Caller, cast: Cast) -> None:
    sent = {
        **READY, "kind": "repost", "audience": "public", "plan_entry": cast.entry.pk,
        "source": {"name": "Báo", "author": "A", "url": "https://vi.du/bai", "published_at": "2026-11-01"},
        "advertiser": {"name": "B", "contact": "C"}, "event_start": "2026-11-10T07:30:00",
        "event_end": "2026-11-10T03:00:00Z", "opening_at": "", "place": "Sân trường",
        "received_from": {"name": "D", "unit": "E", "received_at": "2026-11-11T09:00:00+07:00"},
        "authors": [{"username": "lan", "share": 60}, {"username": "khoa", "share": 40}],
    }  # fmt: skip
    answer = api.post("/articles", cast.lan, sent)
    told = answer.json()
    assert answer.status_code == 201
    assert sorted(told) == FIELDS
    assert {name: told[name] for name in ("state", "live", "section", "genre", "kind", "audience", "title", "place")} == {
        "state": "draft", "live": False, "section": "chuyen-mon", "genre": "tin-ngan", "kind": "repost",
        "audience": "public", "title": READY["title"], "place": "Sân trường",
    }  # fmt: skip
    assert told["source"] == {"name": "Báo", "author": "A", "url": "https://vi.du/bai",
                              "published_at": "2026-11-01T00:00:00+07:00"}  # fmt: skip
    assert (told["event_start"], told["event_end"]) == ("2026-11-10T07:30:00+07:00", "2026-11-10T10:00:00+07:00")
    assert told["opening_at"] is None
    assert told["authors"] == [
        {"username": "lan", "name": "Hoàng Lan", "share": 60}, {"username": "khoa", "name": "Đặng Khoa", "share": 40},
    ]  # fmt: skip
    assert told["body"] == [{"type": "paragraph", "value": f"<p>{READY['body'][0]['value']}</p>"}]
    assert told["url"] == "http://testserver/tin-bai/gio-thuc-hanh-khoa-hoc-tu-nhien/"
    case = Case.objects.get(page_id=told["id"])
    assert (told["hash"], told["revision"]) == (case.hash, case.revision_id)
    assert (answer["Location"], answer["ETag"]) == (f"/api/v1/articles/{told['id']}", f'"{case.hash}"')
    assert api.get(f"/articles/{told['id']}", cast.lan).json() == told


def test_what_was_read_can_be_sent_back_and_changes_nothing(api: Caller, cast: Cast) -> None:
    told = api.write(cast.lan, body=[
        {"type": "paragraph", "value": "Một"}, {"type": "heading", "value": "Hai"},
        {"type": "quote", "value": {"text": "Ba", "source": "Bốn"}},
        {"type": "table", "value": {"caption": "Năm", "rows": [["a", "b"], ["1", "2"]]}},
        {"type": "video", "value": {"url": "https://vi.du/phim", "title": "Sáu"}},
        {"type": "notice", "value": {"text": "Bảy"}},
        {"type": "links", "value": [{"title": "Tám", "url": "https://vi.du/8", "note": "Chín"}]},
    ])  # fmt: skip
    again = api.patch(told["id"], cast.lan, told, told["hash"])
    assert again.status_code == 200
    assert again.json() | {"revision": 0} == told | {"revision": 0}


WRONG: list[tuple[dict[str, Any], list[str]]] = [
    ({"section": "khong-co"}, ["section"]),
    ({"title": ""}, ["title"]),
    ({"genre": "tho"}, ["genre"]),
    ({"kind": "poem"}, ["kind"]),
    ({"audience": "all"}, ["audience"]),
    ({"body": [{"type": "script", "value": "x"}]}, ["body[0]"]),
    ({"body": [{"type": "image", "value": {"picture": 999}}]}, ["body[0]"]),
    ({"body": [{"type": "image", "value": 10**30}]}, ["body[0]"]),
    ({"body": [{"type": "image", "value": "²"}]}, ["body[0]"]),
    ({"body": [{"type": "table", "value": 7}]}, ["body[0]"]),
    ({"body": "x"}, ["body"]),
    ({"plan_entry": 999_999}, ["plan_entry"]),
    ({"plan_entry": 10**30}, ["plan_entry"]),
    ({"event_start": "hôm qua"}, ["event_start"]),
    ({"event_start": "0001-01-01T00:00:00+14:00"}, ["event_start"]),
    ({"source": "Báo"}, ["source"]),
    ({"source": {"name": "Báo", "url": "javascript:alert(1)"}}, ["source.url"]),
    ({"authors": [{"username": "khong-ai", "share": 100}]}, ["authors"]),
    ({"authors": [{"username": "lan", "share": 101}]}, ["authors[0].share"]),
    ({"authors": [{}]}, ["authors[0].username"]),
    ({"title": "a\x00b"}, ["title"]),
    ({"body": [{"type": "paragraph", "value": "a\ud800"}]}, ["body[0].value"]),
    ({"title": 7, "summary": ["x"]}, ["summary", "title"]),
]


def test_every_wrong_value_is_named_at_its_field(api: Caller, cast: Cast) -> None:
    for change, fields in WRONG:
        status, faults = problem(api.post("/articles", cast.lan, {**READY, **change}))
        assert (change, status, sorted({field for field, _ in faults})) == (change, 422, fields)
    assert Article.objects.count() == 0


def test_what_is_missing_is_named_all_at_once(api: Caller, cast: Cast) -> None:
    status, faults = problem(api.post("/articles", cast.lan, {}))
    assert (status, sorted(field for field, _ in faults)) == (422, ["section", "title"])


def test_writing_is_for_staff_and_for_collaborators_in_their_field(api: Caller, cast: Cast) -> None:
    assert api.post("/articles", cast.vy, READY).status_code == 201
    assert problem(api.post("/articles", cast.vy, {**READY, "section": "doan-doi"})) == (
        403,
        [("section", "R-WRITE-02")],
    )
    assert problem(api.post("/articles", cast.vy, {**READY, "section": "trao-doi"})) == (
        403,
        [("section", "R-WRITE-02")],
    )
    assert problem(api.post("/articles", cast.vy, {**READY, "audience": "internal"})) == (
        403,
        [("section", "R-WRITE-02")],
    )
    assert problem(api.post("/articles", cast.phu, READY)) == (403, [("", "R-WRITE-01")])
    assert problem(api.post("/articles", cast.an, READY)) == (403, [("", "R-WRITE-01")])


def test_a_draft_is_there_for_its_writers_and_the_board_only(api: Caller, cast: Cast) -> None:
    pk = api.write(cast.lan)["id"]
    seen = {name for name, person in cast.people.items() if api.get(f"/articles/{pk}", person).status_code == 200}
    assert seen == {"lan", "minh", "ha", "phong", "cuc", "dung", "sen", "tri"}
    for path in ("", "/route", "/history"):
        assert problem(api.get(f"/articles/{pk}{path}", cast.khoa)) == (404, [])
    for verb in ("submit", "recall", "correct"):
        assert problem(api.post(f"/articles/{pk}/{verb}", cast.khoa)) == (404, [])
    assert problem(api.patch(pk, cast.khoa, {"title": "x"}, "0" * 64)) == (404, [])


def test_a_change_needs_the_hash_it_was_made_on(api: Caller, cast: Cast) -> None:
    made = api.write(cast.lan)
    pk, first = made["id"], made["hash"]
    assert problem(api.patch(pk, cast.lan, {"title": "Hai"}, None)) == (428, [])
    assert problem(api.call("PATCH", f"/articles/{pk}", cast.lan, {"title": "Hai"}, headers={"If-Match": "*"})) == (
        428,
        [],
    )
    answer = api.patch(pk, cast.lan, {"title": "Hai"}, first)
    second = answer.json()
    assert (answer.status_code, second["title"], answer["ETag"]) == (200, "Hai", f'"{second["hash"]}"')
    assert second["revision"] > made["revision"]
    assert (second["summary"], second["body"]) == (made["summary"], made["body"])
    assert problem(api.patch(pk, cast.lan, {"title": "Ba"}, first)) == (412, [("If-Match", "R-HASH-01")])
    assert api.get(f"/articles/{pk}", cast.lan).json()["title"] == "Hai"


def test_of_two_who_change_the_same_text_the_second_is_told(api: Caller, cast: Cast, monkeypatch: Any) -> None:
    """The text moves after the second caller's hash was compared and before his verb holds the lock."""
    from portal.news import actions

    made = api.write(cast.lan)
    edit = actions.edit

    def slower(*args: Any, **kwargs: Any) -> Any:
        monkeypatch.setattr(actions, "edit", edit)
        assert api.patch(made["id"], cast.sen, {"title": "Nhanh hơn"}, made["hash"]).status_code == 200
        return edit(*args, **kwargs)

    monkeypatch.setattr(actions, "edit", slower)
    assert problem(api.patch(made["id"], cast.lan, {"title": "Chậm"}, made["hash"])) == (
        412,
        [("If-Match", "R-HASH-01")],
    )
    assert api.get(f"/articles/{made['id']}", cast.lan).json()["title"] == "Nhanh hơn"


def test_a_change_is_for_whoever_the_text_is_with(api: Caller, cast: Cast) -> None:
    made = api.write(cast.lan)
    assert problem(api.patch(made["id"], cast.dung, {"title": "x"}, made["hash"])) == (403, [("", "R-EDIT-01")])
    told = api.submit(made["id"], cast.lan)
    assert problem(api.patch(made["id"], cast.lan, {"title": "x"}, told["hash"])) == (403, [("", "R-EDIT-02")])
    assert problem(api.patch(made["id"], cast.cuc, {"title": ""}, told["hash"])) == (422, [("title", "R-READY-01")])
    assert api.patch(made["id"], cast.cuc, {"title": "Gọn hơn"}, told["hash"]).status_code == 200


def test_submitting_says_all_that_is_missing_and_then_gives_the_route(api: Caller, cast: Cast) -> None:
    made = api.write(cast.lan, genre="tin-hoi-nghi")
    status, faults = problem(api.post(f"/articles/{made['id']}/submit", cast.lan))
    assert (status, sorted(faults)) == (422, [("opening_at", "R-GENRE-02"), ("place", "R-GENRE-02")])
    api.patch(made["id"], cast.lan, {"opening_at": "2026-11-20T08:00", "place": "Hội trường"}, made["hash"])
    told = api.submit(made["id"], cast.lan)
    assert {name: told[name] for name in ("state", "live", "row")} == {"state": "in_review", "live": False, "row": 8}
    assert told["route"] == [
        {"step": "member", "offices": ["member"], "office_names": ["Ủy viên"], "people": ["cuc"],
         "names": ["Phạm Thị Cúc"], "row": 8, "clause": "Điều 11.3, 14.2", "rule": "R-STEP-MEMBER", "status": "open",
         "skipped_because": None, "at": None},
        {"step": "leader", "offices": ["head", "deputy"], "office_names": ["Trưởng ban", "Phó Trưởng ban"],
         "people": ["ha", "phong"], "names": ["Trần Thu Hà", "Lê Phong"], "row": 8, "clause": "Điều 14.2, 11.2, 11.3",
         "rule": "R-STEP-LEADER", "status": "waiting", "skipped_because": None, "at": None},
    ]  # fmt: skip
    assert problem(api.post(f"/articles/{made['id']}/submit", cast.lan)) == (409, [("", "R-SUBMIT-02")])
    assert problem(api.post(f"/articles/{api.write(cast.lan)['id']}/submit", cast.dung)) == (403, [("", "R-SUBMIT-01")])


def test_the_route_is_shown_before_submitting_and_says_what_is_skipped_and_why(api: Caller, cast: Cast) -> None:
    pk = api.write(cast.cuc)["id"]
    told = api.get(f"/articles/{pk}/route", cast.cuc).json()
    assert (told["row"], told["rule"], told["clause"]) == (8, "R-ROUTE-08", "Điều 14.2, 11.2, 11.3")
    assert [(item["step"], item["status"], item["skipped_because"]) for item in told["items"]] == [
        ("member", "skipped", "Người viết chính là ủy viên phụ trách lĩnh vực này."), ("leader", "waiting", None),
    ]  # fmt: skip


def test_recall_takes_a_text_back_until_it_is_up(api: Caller, cast: Cast) -> None:
    pk = api.write(cast.lan)["id"]
    assert problem(api.post(f"/articles/{pk}/recall", cast.lan)) == (409, [("", "R-RECALL-02")])
    api.submit(pk, cast.lan)
    assert problem(api.post(f"/articles/{pk}/recall", cast.dung)) == (403, [("", "R-RECALL-01")])
    told = api.post(f"/articles/{pk}/recall", cast.lan).json()
    assert (told["state"], told["live"]) == ("draft", False)


def test_an_approved_text_waits_for_its_hour(api: Caller, cast: Cast) -> None:
    pk = api.write(cast.lan)["id"]
    api.submit(pk, cast.lan)
    wrong = (
        ("2026-11-16T07:59:59", "R-SCHEDULE-03"), ("2026-11-16T08:00:00+07:00", "R-SCHEDULE-03"),
        ("2028-01-01T00:00:00", "R-SCHEDULE-04"), ("2199-12-31T23:59:59", "R-SCHEDULE-04"), ("9999-12-31T23:59:59", ""),
    )  # fmt: skip
    for at, expected in wrong:
        assert problem(api.post(f"/articles/{pk}/schedule", cast.sen, {"at": at})) == (422, [("at", expected)])
    assert problem(api.post(f"/articles/{pk}/schedule", cast.sen, {})) == (422, [("at", "")])
    assert problem(api.post(f"/articles/{pk}/schedule", cast.lan, {"at": "2026-11-20"})) == (
        403,
        [("", "R-SCHEDULE-01")],
    )
    told = api.post(f"/articles/{pk}/schedule", cast.sen, {"at": "2026-11-16T09:00:00"}).json()
    assert (told["state"], told["publish_at"]) == ("in_review", "2026-11-16T09:00:00+07:00")
    api.decide(pk, cast.cuc)
    done = api.decide(pk, cast.phong).json()
    assert (done["state"], done["live"], [item["status"] for item in done["route"]]) == (
        "approved", False, ["done", "done"],
    )  # fmt: skip
    from portal.approval.actions import publish_due

    clock.set_to(NOW + timedelta(hours=1), freeze=True)
    publish_due(clock.now())
    assert (live(pk), api.is_public(pk)) == (True, True)


def test_withdrawal_needs_a_ground_and_a_reason_and_takes_down_at_once(api: Caller, cast: Cast) -> None:
    pk = cast.published(cast.lan).pk
    path = f"/articles/{pk}/withdraw"
    assert problem(api.post(path, cast.tri, {})) == (422, [("ground", "R-DOWN-02")])
    assert problem(api.post(path, cast.tri, {"ground": "privacy"})) == (422, [("reason", "R-DOWN-02")])
    assert problem(api.post(path, cast.lan, {"ground": "privacy", "reason": "x"})) == (403, [("", "R-DOWN-01")])
    assert api.is_public(pk)
    told = api.post(path, cast.tri, {"ground": "privacy", "reason": "Lộ số điện thoại"}).json()
    assert (told["state"], told["live"], api.is_public(pk)) == ("withdrawn", False, False)
    assert problem(api.post(path, cast.tri, {"ground": "privacy", "reason": "x"})) == (409, [("", "R-DOWN-03")])


def test_a_correction_begins_on_a_live_text_only(api: Caller, cast: Cast) -> None:
    draft, up = api.write(cast.lan)["id"], cast.published(cast.lan).pk
    assert problem(api.post(f"/articles/{draft}/correct", cast.lan)) == (409, [("", "R-CORRECT-02")])
    assert problem(api.post(f"/articles/{up}/correct", cast.khoa)) == (404, [])
    assert api.post(f"/articles/{up}/correct", cast.sen).json()["live"] is True


def test_history_tells_who_did_what_under_which_clause(api: Caller, cast: Cast) -> None:
    pk = api.write(cast.vy)["id"]
    api.submit(pk, cast.vy)
    api.decide(pk, cast.sen)
    api.decide(pk, cast.phong)
    told = api.get(f"/articles/{pk}/history", cast.vy).json()
    assert told["total"] == len(told["items"])
    assert [(line["verb"], line["by"], line["office"], line["channel"]) for line in told["items"]] == [
        ("draft", "vy", None, "api"), ("submit", "vy", None, "api"), ("confirm_facts", "sen", "secretary", "api"),
        ("approve", "sen", "secretary", "api"), ("approve", "phong", "deputy", "api"),
        ("publish", "phong", "deputy", "api"),
    ]  # fmt: skip
    approved = told["items"][-2]
    case = Case.objects.get(page_id=pk)
    assert {name: approved[name] for name in ("at", "by_name", "revision", "hash", "rule", "clause", "reason")} == {
        "at": "2026-11-16T08:00:00+07:00", "by_name": "Lê Phong", "revision": case.revision_id, "hash": case.hash,
        "rule": "R-STEP-LEADER", "clause": "Điều 14.2, 12.2", "reason": "",
    }  # fmt: skip
    second = api.get(f"/articles/{pk}/history?page=2&page_size=4", cast.vy).json()
    assert ([line["verb"] for line in second["items"]], second["total"]) == (["approve", "publish"], 6)


def test_a_number_beyond_all_numbers_is_a_wrong_value_too(api: Caller, cast: Cast) -> None:
    raw = b'{"section": "chuyen-mon", "title": "x", "body": [{"type": "image", "value": 1e400}]}'
    assert problem(api.post("/articles", cast.lan, raw=raw)) == (422, [("body[0]", "R-INPUT-01")])
