"""The verbs about pupils other rooms and the worker may call."""

from portal.pupils.consents.actions import record as record_consents
from portal.pupils.consents.actions import withdraw as withdraw_consent
from portal.pupils.pictures.actions import declare as declare_picture
from portal.pupils.pictures.actions import watch as watch_pictures
from portal.pupils.praise.actions import praised as praised
from portal.pupils.results.actions import erase_what_is_over as erase_results
from portal.pupils.results.actions import forget_pupil as forget_results
from portal.pupils.results.bringing import take_pieces as take_results
from portal.pupils.results.throttle import count_for_good as count_for_good
from portal.pupils.results.throttle import count_try as count_try
from portal.pupils.results.throttle import digest as secret_digest
from portal.pupils.results.throttle import forgive as forgive_tries
from portal.pupils.results.throttle import new_code as new_code
from portal.pupils.results.throttle import take_back as take_try_back
from portal.pupils.roll.actions import enrol as enrol
from portal.pupils.roll.actions import open_class as open_class
from portal.pupils.roll.bringing import bring_in as bring_in_roll

__all__ = [
    "bring_in_roll",
    "count_for_good",
    "count_try",
    "declare_picture",
    "enrol",
    "erase_results",
    "forget_results",
    "forgive_tries",
    "new_code",
    "open_class",
    "praised",
    "record_consents",
    "secret_digest",
    "take_results",
    "take_try_back",
    "watch_pictures",
    "withdraw_consent",
]
