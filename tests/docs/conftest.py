"""One rule is asked of a standing school."""

from tests.approval.conftest import cast, school

__all__ = ["cast", "school"]
