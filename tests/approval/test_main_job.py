"""The main job, told once from end to end at the verbs."""

from portal.base.models import JournalEntry
from portal.news.models import Article
from portal.news.queries import public
from tests.cast import NOW, Cast


def test_a_collaborators_article_is_edited_by_the_secretary_and_decided_by_the_deputy(cast: Cast) -> None:
    article = cast.article(cast.vy)
    now = cast.submit(article, cast.vy)
    assert (now.route.row, now.open and now.open.kind.value) == (7, "secretary")
    now = cast.decide(article, "approve", cast.sen)
    assert [stand.status for stand in now.stands] == ["done", "open"]
    assert not Article.objects.get(pk=article.pk).live
    cast.decide(article, "approve", cast.phong)
    assert [found.pk for found in public(NOW)] == [article.pk]
    verbs = JournalEntry.objects.filter(subject_type="news.article", subject_id=article.pk).order_by("id")
    assert [line.verb for line in verbs] == ["draft", "submit", "confirm_facts", "pass", "approve", "publish"]
