"""Keeping the index."""

from portal.search.actions.keeping import catch_up as catch_up
from portal.search.actions.keeping import hear as hear
from portal.search.actions.keeping import index as index
from portal.search.actions.keeping import mend as mend
from portal.search.actions.keeping import reindex as reindex
from portal.search.actions.keeping import tidy as tidy
