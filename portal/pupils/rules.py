"""The rules about pupils other rooms ask."""

from portal.pupils.consents.rules import PURPOSES as PURPOSES
from portal.pupils.consents.rules import Purpose as Purpose
from portal.pupils.pictures.rules import SEEN as SEEN
from portal.pupils.pictures.rules import Seen as Seen
from portal.pupils.praise.rules import PraiseLine as PraiseLine
from portal.pupils.praise.rules import PraiseRow as PraiseRow
from portal.pupils.praise.rules import line_refused as line_refused
from portal.pupils.praise.rules import not_too_long as not_too_long
from portal.pupils.praise.rules import praise_typed as praise_typed
from portal.pupils.results.codes import same as same_secret
from portal.pupils.results.codes import shown as printed_code
from portal.pupils.results.codes import typed as typed_code
from portal.pupils.results.rules import TOO_OFTEN as TOO_OFTEN
from portal.pupils.results.rules import not_tried_out as not_tried_out
from portal.pupils.roll.rules import Reach as Reach
from portal.pupils.roll.rules import keeps_rolls as keeps_rolls
from portal.pupils.roll.rules import school_year as school_year

__all__ = ["printed_code", "same_secret", "typed_code"]
