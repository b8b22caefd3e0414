"""Load the corpus into an empty portal: `python -m bench.load --size 20000 [--home FOLDER] [--into FOLDER]`.

Sets a school up by its verbs, lets one article of each section go its whole way, and copies their rows for all the others;
fills the search index, and asks the publish guard about a sample. The data folder stands under `--home`, named by what it
was made of, and is used again as it stands; or it is `--into`, made anew. PORTAL_DATABASE_URL names another database.
Prints the data folder: PORTAL_HOME of a server that is to serve it.
"""

import argparse
import hashlib
import os
import shutil
import sys
import tempfile
from pathlib import Path
from subprocess import run

ROOT = Path(__file__).resolve().parents[1]
HOME = Path(tempfile.gettempdir()) / "cong-truong-bench"
DOMAIN = "truong.bench"
MADE_OF = (
    *("bench/corpus.py", "bench/load.py", "bench/loading/*.py"),
    *("portal/*/migrations/*.py", "portal/search/shelves.py", "portal/search/actions/*.py"),
)
WHOLE = "loaded"  # the mark of a folder that was loaded to its end


def environment(folder: Path, port: int = 8570, **more: str) -> dict[str, str]:
    """What a process of the portal needs to serve a loaded folder as a real school would."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PORTAL_") and name != "PORT"}
    if "PORTAL_DATABASE_URL" in os.environ:
        kept["PORTAL_DATABASE_URL"] = os.environ["PORTAL_DATABASE_URL"]
    return kept | {
        "DJANGO_SETTINGS_MODULE": "portal.settings.production", "PORTAL_HOME": str(folder), "PORT": str(port),
        "PORTAL_BASE_URL": f"http://{DOMAIN}", "PORTAL_SECRET_KEY": "only-for-measuring-" * 4,
        "PORTAL_EMAIL_HOST": "127.0.0.1", "PORTAL_EMAIL_FROM": f"cong@{DOMAIN}", "PORTAL_SCANNER": "none", **more,
    }  # fmt: skip


def folder_of(size: int, home: Path) -> Path:
    """Where this many articles stand, made of this very code."""
    digest = hashlib.sha256()
    for pattern in MADE_OF:
        for path in sorted(ROOT.glob(pattern)):
            if path.is_file():
                digest.update(path.read_bytes())
    return home / f"{size}-{digest.hexdigest()[:12]}"


def loaded(size: int, home: Path) -> Path:
    """The data folder with this many articles, made if it is not there yet; older ones of that size go."""
    folder = folder_of(size, home)
    if not (folder / WHOLE).exists():
        for old in home.glob(f"{size}-*"):
            shutil.rmtree(old)
        load_into(folder, size)
    return folder


def load_into(folder: Path, size: int, *more: str) -> None:
    """Make a data folder anew, in processes of its own; `more` goes to `bench.loading.filling`."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for command in (["manage.py", "migrate", "--verbosity=0"], ["-m", "bench.loading.filling", str(size), *more]):
        run([sys.executable, *command], cwd=ROOT, env=environment(folder), stdout=sys.stderr, check=True)
    (folder / WHOLE).write_text(str(size))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=int, default=1000)
    parser.add_argument("--home", type=Path, default=HOME)
    parser.add_argument("--into", type=Path)
    parser.add_argument("--no-index", action="store_true", help="with --into: leave the search index empty")
    asked = parser.parse_args()
    if asked.into is None:
        print(loaded(asked.size, asked.home.absolute()))
    else:
        load_into(asked.into.absolute(), asked.size, *(["--no-index"] if asked.no_index else []))
        print(asked.into.absolute())


if __name__ == "__main__":
    main()
