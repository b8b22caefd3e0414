"""What hands and eyes do, where several scenes need it."""

from .figures import Pose

CHEER = (
    Pose(right=(44, -186), mouth="open"),
    Pose(left=(-46, -182), right=(46, -184), mouth="open"),
    Pose(left=(-44, -184)),
)


RAISED = (Pose(right=(30, -196), turn=0.4, mouth="open"), Pose(left=(-30, -196), turn=-0.4), Pose(right=(26, -190)))
BUSY = (
    Pose(left=(-22, -92), right=(16, -90), down=1),
    Pose(left=(-26, -92), right=(10, -92), down=0.8, turn=-0.4),
    Pose(left=(-20, -92), right=(24, -140), turn=0.5),
)
TALK = (Pose(left=(-26, -92), right=(34, -112), turn=1, mouth="open"), Pose(left=(-34, -112), right=(26, -92), turn=-1))
