"""The room's reads, for other rooms."""

from portal.operations.moving.queries import answers_for as answers_for
