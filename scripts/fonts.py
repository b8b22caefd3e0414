"""Cut Be Vietnam Pro to what Vietnamese pages need: `python scripts/fonts.py FOLDER`, with fonttools and brotli installed.

FOLDER holds the six files `be-vietnam-pro-{latin,vietnamese}-{400,600,800}-normal.woff2` as the font's own packages bring them
(SIL OFL 1.1, see portal/static_src/fonts/OFL.txt). Hinting goes, signs no page of ours writes go, the two halves become one
file for each weight. Not part of `make run` or `make test`; run it when a sign is missing.
"""

import sys
import tempfile
from pathlib import Path

from fontTools.merge import Merger
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

OUT = Path(__file__).resolve().parents[1] / "portal" / "static_src" / "fonts"
WEIGHTS = (400, 600, 800)
HALVES = ("latin", "vietnamese")
SIGNS = (
    "".join(map(chr, range(0x20, 0x7F))) + "\u00a0©«®°·»×÷½¼¾²³±–—‘’“”…•′″‹›→←↑↓−€™\u2009\u202f\u2011"
    "ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúýÄÖÜäöüßçÇñÑëïîôûåæø\u0300\u0301\u0303\u0309\u0323"
)  # fmt: skip


def main(folder: Path) -> None:
    with tempfile.TemporaryDirectory() as made:
        for weight in WEIGHTS:
            halves = [str(cut(folder, Path(made), half, weight)) for half in HALVES]
            whole = Merger().merge(halves)
            whole.flavor = "woff2"
            out = OUT / f"be-vietnam-pro-{weight}.woff2"
            whole.save(out)
            print(f"{out.name}: {out.stat().st_size / 1000:.1f} kB, {len(whole.getBestCmap())} signs")


def cut(folder: Path, made: Path, half: str, weight: int) -> Path:
    """One half of one weight with our signs only, as a plain font."""
    options = Options()
    options.hinting, options.glyph_names, options.notdef_outline = False, False, True
    options.layout_features = ["kern", "mark", "mkmk", "ccmp", "liga", "locl"]
    options.name_IDs = [1, 2, 4, 6, 13, 14]
    options.drop_tables += ["DSIG", "gasp"]
    font = TTFont(folder / f"be-vietnam-pro-{half}-{weight}-normal.woff2")
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=list(map(ord, SIGNS)) if half == "latin" else list(font.getBestCmap()))
    subsetter.subset(font)
    font.flavor = None
    out = made / f"{half}-{weight}.ttf"
    font.save(out)
    return out


if __name__ == "__main__":
    main(Path(sys.argv[1]))
