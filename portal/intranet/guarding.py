"""Who of the staff may open a file the internal layer keeps to a circle: each of its works speaks for its own files."""

from portal.files.queries import guards
from portal.intranet.bulk import queries as bulk
from portal.intranet.library import queries as library
from portal.intranet.notices import queries as notices

guards(notices.may_open)
guards(library.may_open)
guards(bulk.may_open)
