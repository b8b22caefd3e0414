"""The reads about pupils other rooms may ask."""

from portal.pupils.consents.queries import Lacking as Lacking
from portal.pupils.consents.queries import consented as consented
from portal.pupils.consents.queries import refusing as refusing
from portal.pupils.pictures.queries import Word as Word
from portal.pupils.pictures.queries import caption_names as caption_names
from portal.pupils.pictures.queries import hidden_picture as hidden_picture
from portal.pupils.pictures.queries import pictures_of as pictures_of
from portal.pupils.pictures.queries import pictures_told as pictures_told
from portal.pupils.results.queries import Counted as Counted
from portal.pupils.results.queries import counts as counts
from portal.pupils.roll.queries import reach as reach
from portal.pupils.roll.queries import wards as wards
