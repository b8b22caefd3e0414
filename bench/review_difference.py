"""How long the review page of a long item takes with its difference shown: `python bench/review_difference.py`.

Sets the tests' school up in a database of its own, writes an item of `--words` words with `--pictures` pictures, hands it
in, has the Member change a word in every paragraph, move a few, replace a third of the pictures and reword another
third; then asks for the page as the Deputy. Prints minimum, median and maximum in milliseconds, queries, and size.
"""

import argparse
import os
import random
import statistics
import sys
import time
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
os.environ["DJANGO_SETTINGS_MODULE"] = "portal.settings.test"

import django

django.setup()

from django.core.files.base import ContentFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext, setup_databases, setup_test_environment, teardown_databases
from PIL import Image

from portal.base import clock
from portal.files import actions as files
from portal.news import actions as news
from portal.news.models import Article
from tests.cast import NOW, Cast, assemble

A_PARAGRAPH = 45
WORDS = """
    lớp học sinh trường thầy cô và các em trong giờ sách bài ngày hội mùa phượng nước cây sân thư viện nhà bạn một hai ba
    đọc viết vẽ hát chạy nhảy cười vui buồn nhớ quên mới cũ xanh đỏ tím vàng trắng đen to nhỏ dài ngắn cao thấp
"""
SYLLABLES = WORDS.split()
chance = random.Random(20261122)


def sentence() -> str:
    told = " ".join(chance.choices(SYLLABLES, k=15)) + f" {chance.randrange(900)}"
    return told[0].upper() + told[1:] + "."


def paragraph() -> str:
    return " ".join(sentence() for _ in range(A_PARAGRAPH // 15))


def picture(cast: Cast, number: int, **words: str) -> int:
    out = BytesIO()
    Image.new("RGB", (60, 40), (number * 7 % 255, number * 13 % 255, number * 29 % 255)).save(out, "PNG")
    told = {"title": f"Ảnh {number}", "alt": f"Cảnh thứ {number} ở sân trường", "credit": "Lan", **words}
    return files.store_picture(ContentFile(out.getvalue(), "a.png"), by=cast.lan, at=NOW, channel="bench", **told).pk


def shot(pk: int, caption: str) -> dict[str, Any]:
    return {"type": "image", "value": {"picture": pk, "caption": caption}}


def mixed(texts: list[str], shots: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Paragraphs with the pictures evenly between them."""
    body: list[dict[str, Any]] = []
    every = max(len(texts) // max(len(shots), 1), 1)
    for number, text in enumerate(texts):
        body.append({"type": "paragraph", "value": text})
        if number % every == 0 and number // every < len(shots):
            body.append(shots[number // every])
    return body


def long_item(cast: Cast, words: int, pictures: int) -> Article:
    """The item, handed in by its teacher, edited by the Member and passed on to the Deputy."""
    texts = [paragraph() for _ in range(words // A_PARAGRAPH)]
    shots = [shot(picture(cast, number), f"Ảnh thứ {number}") for number in range(pictures)]
    article = cast.article(cast.lan, body=mixed(texts, shots))
    cast.submit(article, cast.lan)
    for number, text in enumerate(texts):
        told = text.split()
        told[number % len(told)] = "đổi"
        texts[number] = " ".join(told)
    texts[3], texts[9] = texts[9], texts[3]
    texts[5:5] = [paragraph(), paragraph()]
    del texts[20:22]
    for number in range(0, pictures, 3):
        shots[number] = shot(picture(cast, 100 + number), f"Ảnh thay {number}")
    for number in range(1, pictures, 3):
        shots[number] = shot(picture(cast, number, alt=f"Mô tả khác {number}"), f"Ảnh thứ {number}")
    news.edit(article, {"body": mixed(texts, shots)}, by=cast.cuc, at=NOW, channel="bench")
    cast.decide(article, "approve", cast.cuc)
    return article


def timed(ask: Callable[[], Any], rounds: int) -> list[float]:
    took = []
    for _ in range(rounds):
        begun = time.perf_counter()
        ask()
        took.append((time.perf_counter() - begun) * 1000)
    return took


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--words", type=int, default=5000)
    parser.add_argument("--pictures", type=int, default=30)
    parser.add_argument("--rounds", type=int, default=15)
    asked = parser.parse_args()
    setup_test_environment(debug=False)
    databases = setup_databases(verbosity=0, interactive=False)
    try:
        clock.set_to(NOW, freeze=True)
        cast = assemble()
        article = long_item(cast, asked.words, asked.pictures)
        client = Client()
        client.force_login(cast.phong, backend="django.contrib.auth.backends.ModelBackend")
        print(f"{asked.words} words, {asked.pictures} pictures, {connection.vendor}, {asked.rounds} requests each")
        print(f"{'':12} {'min':>8} {'median':>8} {'max':>8} {'queries':>8} {'kB':>6} {'parts':>6}")
        for name, address in (
            ("review", f"/viec/{article.pk}/"),
            ("any two", f"/viec/{article.pk}/so-sanh/?tu=1&den=2"),
        ):
            with CaptureQueriesContext(connection) as queries:
                answer = client.get(address)
            assert answer.status_code == 200, answer.status_code
            count, parts = len(queries), len(answer.context["difference"].parts)
            took = timed(lambda address=address: client.get(address), asked.rounds)  # type: ignore[misc]
            told = (min(took), statistics.median(took), max(took))
            print(f"{name:12} " + " ".join(f"{one:>5.0f} ms" for one in told)
                  + f" {count:>8} {len(answer.content) // 1024:>6} {parts:>6}")  # fmt: skip
    finally:
        teardown_databases(databases, verbosity=0)


if __name__ == "__main__":
    main()
