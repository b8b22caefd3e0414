"""The demo school that `make run` starts, on loopback only; PORTAL_DEBUG=1 for work on the code."""

import secrets

from portal.settings.base import *  # noqa: F403
from portal.settings.base import ENV, PORTAL_HOME
from portal.settings.env import kept_secret

if not ENV.secret_key:
    SECRET_KEY = kept_secret(PORTAL_HOME) if PORTAL_HOME.is_dir() else secrets.token_urlsafe(48)

if not ENV.email.host:
    EMAIL_BACKEND = "portal.desk.mail.outbox.Outbox"  # read at /thu-thu/
