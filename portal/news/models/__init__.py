"""Sections, topics, articles: the items of the news room."""

from portal.news.models.article import Article, ArticleIndex, Byline, UrgentTemplate
from portal.news.models.structure import HomePage, Section, Topic

__all__ = ["Article", "ArticleIndex", "Byline", "HomePage", "Section", "Topic", "UrgentTemplate"]
