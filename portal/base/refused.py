"""The one exception a verb raises when a rule says no."""

from collections.abc import Mapping

from django.core.exceptions import PermissionDenied

from portal.base.rules import Ground, Refusal, worst

STATUS: Mapping[Ground, int] = {Ground.FORBIDDEN: 403, Ground.CONFLICT: 409, Ground.NOT_READY: 422}  # as HTTP says it


class Refused(PermissionDenied):
    """Raised by verbs; carries every refusal. Uncaught, Django answers 403 and nothing has changed."""

    def __init__(self, *refusals: Refusal) -> None:
        self.refusals = refusals
        super().__init__(" ".join(str(refusal) for refusal in refusals))

    @property
    def ground(self) -> Ground:
        return worst(self.refusals)


def refuse_if(*refusals: Refusal | None) -> None:
    """Raise `Refused` with those refusals that are not None."""
    given = tuple(refusal for refusal in refusals if refusal is not None)
    if given:
        raise Refused(*given)
