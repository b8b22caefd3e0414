"""A real school: everything comes from the environment, and what is missing stops the start."""

from portal.settings.base import *  # noqa: F403
from portal.settings.base import ALLOWED_HOSTS, ENV

for _loopback in ("127.0.0.1", "localhost", "[::1]"):
    if _loopback not in {ENV.host, *ENV.hosts}:
        ALLOWED_HOSTS.remove(_loopback)

if ENV.https:
    SECURE_HSTS_SECONDS = 365 * 24 * 3600
