"""The room's part of the API."""

from portal.operations.care.api import router as router
