"""Coming in to the screens of those who keep the school's papers: staff whose rights stand (Điều 15.3)."""

from portal.people.mixins import Here as Here
from portal.people.mixins import for_insiders as for_insiders

CHANNEL = "records"
