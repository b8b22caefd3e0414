"""Whether what was copied is what the verbs would have made: the guard's own questions, asked of a sample."""

from random import Random

from bench.corpus import SEED
from portal.approval.actions.holding import note
from portal.approval.models import Case
from portal.approval.queries import hash_of, live_approval, standing
from portal.base.models import Cursor, JournalEntry
from portal.news.models import Article, Listed
from portal.search.models import Entry

A_SAMPLE = 60


def check(many: int, *, indexed: bool = True) -> None:
    """Raise AssertionError, with the sentence, where the loaded school is not what it should be."""
    assert Article.objects.filter(live=True).count() == many, "not all of them are up"
    assert Entry.objects.filter(shelf="article").count() == (many if indexed else 0), "the index is not whole"
    assert Listed.objects.count() == many, "not all of them stand in lists"
    last = JournalEntry.objects.order_by("-pk").values_list("pk", flat=True)[0]
    assert set(Cursor.objects.values_list("position", flat=True)) == {last}, "somebody would hear it all again"
    known = list(Article.objects.order_by("pk").values_list("pk", flat=True))
    for pk in Random(SEED).sample(known, min(A_SAMPLE, many)):
        _check_one(Article.objects.get(pk=pk))


def _check_one(article: Article) -> None:
    approval, case = live_approval(article), Case.objects.get(page=article.pk)
    assert approval is not None, f"{article.pk} has no approval"
    hashes = {approval.hash, case.hash, hash_of(article), hash_of(article.latest_revision.as_object())}
    assert len(hashes) == 1, f"{article.pk}: published is not what was approved"
    assert approval.decided_by_pass is not None
    assert approval.decided_by_pass.passage.case_id == case.pk
    assert case.published_at == approval.went_live_at == approval.at
    assert standing(case, approval.at).passage is None, f"{article.pk} is still under review"
    noted = dict(case.__dict__)
    note(case, article, case.touched_at)
    assert noted == case.__dict__, f"{article.pk}: its case says something else than its words"
    article._require_live_approval()
    article.full_clean()
