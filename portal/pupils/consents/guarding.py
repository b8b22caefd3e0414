"""Who of the staff opens the scan of a signed sheet: whoever sees every pupil it was kept for."""

from portal.files.queries import guards
from portal.pupils.consents.queries import may_open

guards(may_open)
