"""Taking stored files off for good: the one exception from what is stored staying stored, for whoever has a right to be forgotten
(Luật 91/2025, Điều 24). The row stays, with its number and hash, so that the record stays true; words and bytes go."""

from collections.abc import Iterable

from portal.base import epoch
from portal.files.models import Attachment, Picture, PictureRendition, PrivateStorage
from portal.files.places import Silent

GONE = "Tệp đã xóa"
STORAGE = PrivateStorage()


def destroy(*, attachments: Iterable[int] = (), pictures: Iterable[int] = ()) -> list[str]:
    """Nothing of these files (by number) is left but their numbers and hashes; inside the transaction of the verb. Returns where
    their bytes lie: give that to `take_off` once the transaction holds."""
    papers, shots = Attachment.objects.filter(pk__in=list(attachments)), Picture.objects.filter(pk__in=list(pictures))
    drawn = PictureRendition.objects.filter(image__in=shots.values("pk"))
    names = [str(name) for found in (papers, shots, drawn) for name in found.values_list("file", flat=True) if name]
    papers.update(title=GONE, file="", scan_note="")
    shots.update(title=GONE, description="", alt="", credit="", file="", scan_note="")
    drawn.delete()
    epoch.bump()
    return names


def take_off(names: Iterable[str]) -> list[str]:
    """Take the bytes off the place where files lie; those that are gone already are well. Returns what is still there because
    the place does not answer."""
    left = []
    for name in names:
        try:
            STORAGE.erase(name)
        except FileNotFoundError:
            continue
        except (Silent, OSError):
            left.append(name)
    return left
