"""The rules about pupils other rooms ask."""

from portal.pupils.consents.rules import PURPOSES as PURPOSES
from portal.pupils.consents.rules import Purpose as Purpose
from portal.pupils.pictures.rules import SEEN as SEEN
from portal.pupils.pictures.rules import Seen as Seen
from portal.pupils.roll.rules import school_year as school_year
