"""The reads about pupils other rooms may ask."""

from portal.pupils.consents.queries import Lacking as Lacking
from portal.pupils.consents.queries import consented as consented
from portal.pupils.consents.queries import refusing as refusing
from portal.pupils.pictures.queries import Word as Word
from portal.pupils.pictures.queries import caption_names as caption_names
from portal.pupils.pictures.queries import hidden_picture as hidden_picture
from portal.pupils.pictures.queries import pictures_of as pictures_of
from portal.pupils.pictures.queries import pictures_told as pictures_told
from portal.pupils.praise.queries import hidden_praise as hidden_praise
from portal.pupils.praise.queries import may_bind_praise as may_bind_praise
from portal.pupils.praise.queries import pages_praising as pages_praising
from portal.pupils.praise.queries import praise_matched as praise_matched
from portal.pupils.praise.queries import praise_shown as praise_shown
from portal.pupils.praise.queries import praise_to_choose as praise_to_choose
from portal.pupils.praise.queries import praise_told as praise_told
from portal.pupils.praise.queries import praise_typed_again as praise_typed_again
from portal.pupils.praise.queries import rooms_to_praise as rooms_to_praise
from portal.pupils.results.queries import Counted as Counted
from portal.pupils.results.queries import awards as awards
from portal.pupils.results.queries import counts as counts
from portal.pupils.roll.queries import Held as Held
from portal.pupils.roll.queries import held as held
from portal.pupils.roll.queries import held_here as held_here
from portal.pupils.roll.queries import home_classes as home_classes
from portal.pupils.roll.queries import reach as reach
from portal.pupils.roll.queries import wards as wards
