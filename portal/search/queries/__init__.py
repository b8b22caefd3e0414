"""Finding, counting, suggesting, guessing what was meant."""

from portal.search.queries.finding import Found as Found
from portal.search.queries.finding import found as found
from portal.search.queries.finding import results as results
from portal.search.queries.finding import tally as tally
from portal.search.queries.meaning import meant as meant
from portal.search.queries.narrowed import EVERYTHING as EVERYTHING
from portal.search.queries.narrowed import Narrowed as Narrowed
from portal.search.queries.narrowed import Tally as Tally
from portal.search.queries.suggesting import suggested as suggested
from portal.search.shelves import ARTICLE as ARTICLE
