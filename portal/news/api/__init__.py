"""The news room's part of the API: articles and their way, tasks, sections, genres."""

from ninja import Router

from portal.news.api import articles, bringing, findings, lists, tasks, verbs

router = Router()
for _part in (articles, bringing, verbs, tasks, findings, lists):
    router.add_router("", _part.router)

__all__ = ["router"]
