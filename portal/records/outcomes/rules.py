"""Results of a whole school in figures, with no child in them (Điều 16.1.2; TT 22/2021; Luật 91/2025). Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from portal.base.charts import Chart, Series, grouped, shares
from portal.base.rules import Ground, Refusal
from portal.base.small_groups import SMALLEST, Relation, kept_back
from portal.people.rules import Board, Duty
from portal.records.outcomes.cells import AWARDS as AWARDS
from portal.records.outcomes.cells import BOTH as BOTH
from portal.records.outcomes.cells import CAPTIONS as CAPTIONS
from portal.records.outcomes.cells import GRADES as GRADES
from portal.records.outcomes.cells import KINDS as KINDS
from portal.records.outcomes.cells import LEVELS as LEVELS
from portal.records.outcomes.cells import MOST as MOST
from portal.records.outcomes.cells import SCHOOL as SCHOOL
from portal.records.outcomes.cells import TERMS as TERMS
from portal.records.outcomes.cells import TITLES as TITLES
from portal.records.outcomes.cells import WHO as WHO
from portal.records.outcomes.cells import Cell as Cell
from portal.records.outcomes.cells import Counts as Counts
from portal.records.outcomes.cells import Judgement as Judgement
from portal.records.outcomes.cells import Kind as Kind
from portal.records.outcomes.cells import Term as Term
from portal.records.outcomes.cells import Who as Who
from portal.records.outcomes.cells import judged as judged

CLAUSE = "Điều 16.1.2"
PRIVACY = "Luật 91/2025; Điều 8.1"


def year_name(year: int) -> str:
    """ "2025–2026"."""
    return f"{year}–{year + 1}"


def title_of(year: int, term: Term) -> str:
    """How the page of a term is called."""
    said = "cả" if term is Term.YEAR else f"{TERMS[term].replace('Học', 'học')}"
    return f"Kết quả học tập, rèn luyện {said} năm học {year_name(year)}"


def may_write(board: Board, person: int, duties: Iterable[Duty]) -> Refusal | None:
    """R-OUT-01: figures of results are entered by those the Principal named for results, or by the school's leaders (Điều 7, 16.1.2)."""
    if Duty.RESULTS in duties or person in board.principals | board.vice_principals:
        return None
    return Refusal(
        "R-OUT-01", "Điều 7, 16.1.2", "Số liệu kết quả do người được phân công nhập kết quả hoặc ban giám hiệu lập."
    )


def is_once(*, already: bool) -> Refusal | None:
    """R-OUT-02: there is one page for each term; a change is made on it (Điều 12.3, 16.1.2)."""
    if not already:
        return None
    return Refusal("R-OUT-02", "Điều 12.3, 16.1.2", "Học kỳ này đã có trang số liệu rồi; thầy/cô sửa trên trang ấy.", "term",
                   Ground.CONFLICT)  # fmt: skip


def is_whole(counts: Counts) -> list[Refusal]:
    """R-OUT-03: there are figures; in each grade both judgements count the same pupils, of all and of girls; girls are no more than
    all at any level (Điều 16.1.2; TT 22/2021)."""
    present = {cell.grade for cell, count in counts.items() if count}
    if not present:
        return [_wrong("Chưa có số liệu của khối nào.")]
    found = []
    for grade in sorted(present):
        for who, name in WHO.items():
            sizes = {kind: sum(_of(counts, kind, grade, who, level) for level in LEVELS) for kind in Kind}
            if len(set(sizes.values())) > 1:
                both = f"học tập có {sizes[Kind.LEARNING]} em, rèn luyện có {sizes[Kind.CONDUCT]} em"
                said = f"Khối {grade}, {name.lower()}: {both}. Hai bảng phải cùng số học sinh."
                found.append(_wrong(said, f"{Kind.CONDUCT}-{grade}-{who}-T"))
        for one in judged(counts):
            over = [
                level
                for level in one.levels
                if _of(counts, one.kind, grade, Who.GIRLS, level) > _of(counts, one.kind, grade, Who.ALL, level)
            ]
            found += [_wrong(f"{one.caption}, khối {grade}, {one.levels[level]}: số nữ nhiều hơn tất cả.",
                             f"{one.kind}-{grade}-{Who.GIRLS}-{level}") for level in over]  # fmt: skip
        if len(judged(counts)) > len(BOTH):
            found += _titles_agree(counts, grade)
    return found


def _titles_agree(counts: Counts, grade: int) -> Iterable[Refusal]:
    """Titles count the same pupils as learning does, and whoever has one was good at both."""
    for who, name in WHO.items():
        whole = sum(_of(counts, Kind.LEARNING, grade, who, level) for level in LEVELS)
        titled = {level: _of(counts, AWARDS, grade, who, level) for level in TITLES}
        good = min(_of(counts, kind, grade, who, "T") for kind in Kind)
        said = ""
        if sum(titled.values()) != whole:
            said = f"danh hiệu có {sum(titled.values())} em, học tập có {whole} em. Ghi cả số em không có danh hiệu."
        elif titled["X"] + titled["G"] > good:
            said = (
                f"{titled['X'] + titled['G']} em có danh hiệu, mà chỉ {good} em có thể đạt Tốt cả học tập và rèn luyện."
            )
        if said:
            yield _wrong(f"Khối {grade}, {name.lower()}: {said}", f"{AWARDS}-{grade}-{who}-N")


def is_number(count: int, where: str) -> Refusal | None:
    """R-OUT-04: a figure is a number of pupils from 0 to 5000 (Điều 16.1.2)."""
    if 0 <= count <= MOST:
        return None
    return Refusal("R-OUT-04", CLAUSE, f"Số học sinh từ 0 đến {MOST}.", where, Ground.NOT_READY)


def _wrong(sentence: str, field: str = "") -> Refusal:
    return Refusal("R-OUT-03", f"{CLAUSE}; TT 22/2021", sentence, field, Ground.NOT_READY)


def _of(counts: Counts, kind: str, grade: int, who: Who, level: str) -> int:
    return counts.get(Cell(kind, grade, who, level), 0)


def summed(counts: Counts) -> tuple[dict[Cell, int], list[Relation]]:
    """Every figure the tables have or give away, and which is the sum of which. ValueError where the counts do not agree."""
    grades = tuple(grade for grade in GRADES if any(cell.grade == grade and count for cell, count in counts.items()))
    told = (
        (Who.ALL, Who.GIRLS, Who.BOYS) if any(cell.who is Who.GIRLS and n for cell, n in counts.items()) else (Who.ALL,)
    )
    figures: dict[Cell, int] = {}
    for one in judged(counts):
        for grade in grades:
            for level in one.levels:
                every, girls = (_of(counts, one.kind, grade, who, level) for who in (Who.ALL, Who.GIRLS))
                for who, count in zip((Who.ALL, Who.GIRLS, Who.BOYS), (every, girls, every - girls), strict=True):
                    if who in told:
                        figures[Cell(one.kind, grade, who, level)] = count
    relations = []
    for who in told:
        for one in judged(counts):
            lines = [
                Relation(Cell("", g, who, ""), tuple(Cell(one.kind, g, who, level) for level in one.levels))
                for g in (*grades, SCHOOL)
            ]
            columns = [
                Relation(Cell(one.kind, SCHOOL, who, level), tuple(Cell(one.kind, g, who, level) for g in grades))
                for level in one.levels
            ]
            relations += columns + lines
        relations.append(Relation(Cell("", SCHOOL, who, ""), tuple(Cell("", g, who, "") for g in grades)))
    for line in relations:
        figures.setdefault(line.total, sum(figures[key] for key in line.parts))
    if len(told) > 1:
        whole = [cell for cell in figures if cell.who is Who.ALL]
        relations += [Relation(cell, (_as(cell, Who.GIRLS), _as(cell, Who.BOYS))) for cell in whole]
    return figures, relations


def _as(cell: Cell, who: Who) -> Cell:
    return Cell(cell.kind, cell.grade, who, cell.level)


@lru_cache(maxsize=64)
def _printed(counts: tuple[tuple[Cell, int], ...]) -> Mapping[Cell, int | None]:
    figures, relations = summed(dict(counts))
    boys = {cell for cell in figures if cell.who is Who.BOYS}
    hidden = kept_back(figures, relations, boys - sizes(figures), sizes(figures))
    return {cell: None if cell in hidden else count for cell, count in figures.items() if cell not in boys}


def sizes(figures: Iterable[Cell]) -> frozenset[Cell]:
    """How many pupils there are: everybody who knows the school knows it, and other records print it."""
    return frozenset(cell for cell in figures if cell.level == "")


def printed(counts: Counts) -> Mapping[Cell, int | None]:
    """R-OUT-05: groups of fewer than five pupils are not told, nor anything they follow from, in either table, for the school, a
    grade or its girls; None is a figure kept back (Luật 91/2025; Điều 8.1)."""
    return _printed(tuple(sorted((cell, count) for cell, count in counts.items() if count)))


@dataclass(frozen=True)
class Table:
    """One table as it is printed: caption, head, rows of figures with their names."""

    kind: str
    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, tuple[int | None, ...]], ...]


def tables(counts: Counts) -> list[Table]:
    """What readers get: for each judgement the grades with their girls, then the school."""
    shown = printed(counts)
    found = []
    for one in judged(counts):
        rows = []
        for grade in (*GRADES, SCHOOL):
            for who, name in WHO.items():
                if Cell("", grade, who, "") in shown:
                    label = (f"Khối {grade}" if grade else "Toàn trường") if who is Who.ALL else name.lower()
                    cells = [shown[Cell(one.kind, grade, who, level)] for level in one.levels]
                    rows.append((label, (shown[Cell("", grade, who, "")], *cells)))
        found.append(Table(one.kind, one.caption, ("Khối", "Số học sinh", *one.levels.values()), tuple(rows)))
    return found


def charts(counts: Counts) -> list[tuple[Table, Chart]]:
    """A drawing for each table: the share of each level in each grade."""
    return [(one, _chart(one)) for one in tables(counts)]


def _chart(one: Table) -> Chart:
    rows = [(name, values) for name, values in one.rows if name != WHO[Who.GIRLS].lower()]
    names = [name for name, _ in rows]
    parts = [Series(level, tuple(values[place] for _, values in rows)) for place, level in enumerate(one.head[2:], 1)]
    return shares(f"{one.caption} theo khối", "Khối", names, parts, [values[0] for _, values in rows])


def beside(year: int, now: Counts, before: Counts) -> list[Chart]:
    """The school as a whole beside the year before, one drawing a judgement; nothing kept back is drawn."""
    both = [(year_name(year), printed(now)), (year_name(year - 1), printed(before))]
    return [
        grouped(f"{name}, toàn trường, so với năm học trước", "Mức", list(LEVELS.values()),
                [Series(label, tuple(shown.get(Cell(kind, SCHOOL, Who.ALL, level)) for level in LEVELS)) for label, shown in both])
        for kind, name in KINDS.items()
    ]  # fmt: skip


WHY_HIDDEN = f"“ẩn”: nhóm dưới {SMALLEST} em, hoặc số có thể suy ra nhóm ấy, không nêu để không ai bị nhận ra."
