"""Where stylesheets, scripts and pictures of the screens lie, each under a name with its hash."""

from collections.abc import Iterable, Iterator

from whitenoise.storage import CompressedManifestStaticFilesStorage


class StaticStorage(CompressedManifestStaticFilesStorage):
    """Packs a file under the name pages ask for it by. Under its bare name it lies there too, which no page writes: packed
    twice, the first start takes twice as long at it."""

    def compress_files(self, paths: Iterable[str]) -> Iterator[tuple[str, str]]:
        asked_for = set(self.hashed_files.values())
        yield from super().compress_files([path for path in paths if path in asked_for])
