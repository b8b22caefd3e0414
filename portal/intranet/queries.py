"""The reads of the internal layer other rooms may ask."""

from portal.intranet.notices.queries import unconfirmed as unconfirmed
from portal.intranet.notices.queries import visible_to as notices_visible_to
