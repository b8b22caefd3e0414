"""The room's verbs, for other rooms; the worker learns from here what is due."""

from portal.operations.care.actions import ask_at_night as ask_at_night
from portal.operations.care.actions import have_it_done as have_it_done
