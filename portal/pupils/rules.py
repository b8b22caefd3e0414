"""The rules about pupils other rooms ask."""

from portal.pupils.consents.rules import PURPOSES as PURPOSES
from portal.pupils.consents.rules import Purpose as Purpose
from portal.pupils.results.codes import made as new_code
from portal.pupils.results.codes import same as same_secret
from portal.pupils.results.codes import shown as printed_code
from portal.pupils.results.codes import typed as typed_code
from portal.pupils.roll.rules import school_year as school_year
