"""Sections, topics, articles: the items of the news room; how the front page arranges them."""

from portal.news.models.article import Article, ArticleIndex, Byline, UrgentTemplate
from portal.news.models.bringing import Bringing, Brought
from portal.news.models.editing import Editing
from portal.news.models.front import HomeArrangement, HomeSlot
from portal.news.models.listed import Listed
from portal.news.models.places import StandingPlace
from portal.news.models.sending import Sending
from portal.news.models.structure import HomePage, Section, Topic

__all__ = [
    "Article", "ArticleIndex", "Bringing", "Brought", "Byline", "Editing", "HomeArrangement", "HomePage", "HomeSlot", "Listed",
    "Section", "Sending", "StandingPlace", "Topic", "UrgentTemplate",
]  # fmt: skip
