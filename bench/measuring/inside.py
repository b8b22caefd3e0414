"""What only the portal itself can say or make, asked for in a process of its own: `python -m bench.measuring.inside`.

Prints JSON: the addresses to measure, sessions of people (made as a sign-in makes them), an item on its way with a long
text, and some that wait for the Head's word.
"""

import json
import sys
from datetime import timedelta
from typing import Any

import django

django.setup()

from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore

from bench import corpus
from bench.loading.copying import body
from bench.loading.school import CHANNEL
from portal.approval import actions as approval
from portal.approval.rules import StepKind, Verb
from portal.base import clock
from portal.files.models import Picture
from portal.news import actions as news
from portal.news.models import Article, Section
from portal.news.presenters import address
from portal.people.models import Person

BACKEND = "django.contrib.auth.backends.ModelBackend"
AUTHOR, HEAD = "giaovien1", "truongban"
OTHERS = 60  # articles a reader may open one after the other


def session(name: str) -> str:
    """The key of a session in which this person is signed in."""
    person, made = Person.objects.get(username=name), SessionStore()
    made[SESSION_KEY], made[BACKEND_SESSION_KEY] = str(person.pk), BACKEND
    made[HASH_SESSION_KEY] = person.get_session_auth_hash()
    made.create()
    return str(made.session_key)


def waiting(number: int, size: int) -> Article:
    """A text written like those of the corpus, passed by everybody but the Head."""
    author, at = Person.objects.get(username=AUTHOR), clock.now() - timedelta(hours=2)
    text = corpus.text(size + number, size)  # words nobody else has
    data = {
        "section": corpus.SECTIONS[0][0], "genre": "tin-ngan", "title": f"{text.title} {number}", "summary": text.summary,
        "body": body(text, Picture.objects.order_by("pk").values_list("pk", flat=True)[number % corpus.PICTURES]),
    }  # fmt: skip
    article = news.write(data, by=author, at=at, channel=CHANNEL)
    now = approval.submit(article, by=author, at=at, channel=CHANNEL)
    while now.open is not None and now.open.kind is not StepKind.LEADER:
        holder = Person.objects.get(pk=now.open.holders[0].person)
        now = approval.decide(article, Verb.APPROVE, revision=now.case.revision_id, hash=now.case.hash, by=holder,
                              at=at + timedelta(hours=1), channel=CHANNEL)  # fmt: skip
    return article


def told(number: int, wanted: int) -> dict[str, Any]:
    """Everything the runner asks for; `number` is the article measured, `wanted` how many shall wait for the Head."""
    size = Article.objects.filter(live=True).count()
    text = corpus.text(number, size)
    items = [waiting(one, size) for one in range(wanted)]
    newest = list(Article.objects.filter(live=True).order_by("-case__published_at").values_list("title", "slug"))
    return {
        "article": address(Article.objects.get(title=text.title, case__published_at=text.published)),
        "list": address(Section.objects.get(slug=corpus.SECTIONS[text.section][0])),
        "title": text.title,
        "newest": newest[0][0],
        "others": [f"/tin-bai/{slug}/" for _, slug in newest[:: max(1, size // OTHERS)][:OTHERS]],
        "items": [{"pk": one.pk, "title": one.title} for one in items],
        "head": session(HEAD),
    }


if __name__ == "__main__":
    print(json.dumps(told(int(sys.argv[1]), int(sys.argv[2]))))
