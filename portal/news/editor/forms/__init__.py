"""The forms of the editor."""

from portal.news.editor.forms.article import ArticleForm
from portal.news.editor.forms.authors import AuthorForms, writers
from portal.news.editor.forms.fields import entry_label, hour, line, section_label
from portal.news.editor.forms.first import FirstForm

__all__ = ["ArticleForm", "AuthorForms", "FirstForm", "entry_label", "hour", "line", "section_label", "writers"]
