"""A praise list: a line a pupil, found in his class as it is typed; whoever sees the class may tick him instead."""

from functools import cached_property
from typing import Any

from django import forms

from portal.base import clock
from portal.base.text import is_number
from portal.news.editor.blocks.base import BlockForm, area
from portal.news.editor.blocks.tables import row_cells
from portal.news.praising import as_typed, rows_of
from portal.pupils.models import Pupil, SchoolClass
from portal.pupils.queries import praise_matched, praise_to_choose
from portal.pupils.rules import PraiseLine, PraiseRow, not_too_long, praise_typed


class PraiseForm(BlockForm):
    kind, title = "praise", "Bảng khen"
    template = "news/edit_praise.html"
    mended = ("caption",)
    caption = forms.CharField(label="Tên bảng", required=False, max_length=200,
                              help_text="Ví dụ: Học sinh đạt giải cấp thành phố.")  # fmt: skip
    rows = forms.CharField(
        label="Danh sách", required=False, strip=False, widget=area(7),
        help_text="Mỗi dòng một em: họ tên | lớp | danh hiệu, hoặc dán từ bảng tính. Người lớn: ghi “giáo viên”, “phụ huynh” ở "
                  "ô lớp. Chỉ họ tên, lớp và danh hiệu, không ghi điểm hay ngày sinh.",
    )  # fmt: skip
    room = forms.ChoiceField(label="Lớp của những dòng chưa ghi lớp", required=False)
    award = forms.CharField(label="Danh hiệu của những dòng chưa ghi", required=False, max_length=200)
    word: Any = None  # who has not agreed, where the screen asked (see `editor.praised`)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["room"].choices = [
            ("", "– chọn lớp –"),
            *((str(one.pk), label) for label, one in self.keeper.rooms),
        ]

    @classmethod
    def shown(cls, value: Any) -> dict[str, Any]:
        lines = as_typed(rows_of(value), clock.now())
        return {
            "caption": value["caption"],
            "rows": "\n".join(text for text, _ in lines),
            "stored": cls._value(value["caption"], lines),
        }

    @classmethod
    def settled(cls, value: Any) -> Any:
        """A stored value as it comes back from the screen untouched."""
        return cls.shown(value)["stored"]

    @staticmethod
    def _value(caption: str, lines: list[tuple[str, dict[str, Any]]]) -> dict[str, Any]:
        return {"caption": caption, "rows": [row for _, row in lines]}

    @cached_property
    def chosen(self) -> SchoolClass | None:
        """The class chosen beside the list."""
        pk = self.said("room")
        return next((one for _, one in self.keeper.rooms if is_number(pk) and one.pk == int(pk)), None)

    @property
    def sees(self) -> bool:
        """Whether he sees who sits in the chosen class (R-ROLL-02)."""
        return self.chosen is not None and (self.keeper.reach.keeps or self.chosen.pk in self.keeper.reach.classes)

    @cached_property
    def seats(self) -> list[tuple[Pupil, bool]]:
        """Who may be ticked, each with whether he agrees; to whoever sees the class."""
        return praise_to_choose(self.chosen, self.keeper.at) if self.chosen is not None and self.sees else []

    @cached_property
    def found(self) -> tuple[list[tuple[PraiseLine, PraiseRow]], list[tuple[int, str]]]:
        """The lines with whom they name, and the words against the others."""
        typed = [
            (number, row_cells(line)) for number, line in enumerate(self.said("rows").splitlines(), 1) if line.strip()
        ]
        if (too_long := not_too_long(len(typed))) is not None:
            return [], [(typed[-1][0], too_long.message)]
        label = next((label for label, one in self.keeper.rooms if one == self.chosen), "")
        names = [label for label, _ in self.keeper.rooms]
        return praise_matched(praise_typed(typed, names, room=label, award=self.said("award")), self.keeper.at)

    def settle(self, *, saving: bool) -> None:
        """Take over who was ticked, and write each line that names somebody as the rolls have it; the others stay as typed."""
        self.saving = saving
        self._take_ticks()
        found, faults = self.found
        known = as_typed([row for _, row in found], self.keeper.at)
        texts = {line.number: text for (line, _), (text, _) in zip(found, known, strict=True)}
        lines = self.said("rows").splitlines()
        self.put("rows", "\n".join(texts.get(number, line.strip()) for number, line in enumerate(lines, 1)))
        self.told = self._value(self.said("caption"), known)
        if saving:
            self.refused += [("rows", f"Dòng {number}: {words}") for number, words in faults]

    def _take_ticks(self) -> None:
        ticked = {int(one) for one in self.data.getlist(self.add_prefix("tick")) if is_number(one)}
        if not ticked or self.chosen is None:
            return
        rows = [
            PraiseRow(one.pk, self.chosen.pk, award=self.said("award")) for one, _ in self.seats if one.pk in ticked
        ]
        self.put(
            "rows", "\n".join([*self.said("rows").splitlines(), *(text for text, _ in as_typed(rows, self.keeper.at))])
        )
        self.__dict__.pop("found", None)

    def value(self) -> Any:
        if not self.is_bound:
            return self.initial.get("stored")
        told = getattr(self, "told", None)
        if told is None:
            told = self._value(self.said("caption"), as_typed([row for _, row in self.found[0]], self.keeper.at))
        return told if told["rows"] or told["caption"] else None

    def words(self) -> str:
        return f"{self.said('caption')} {self.said('rows')}"

    @property
    def pairs(self) -> frozenset[tuple[int, int]]:
        """Whom it names, by number."""
        value = self.value() or {"rows": []}
        return frozenset((row["pupil"], row["room"]) for row in value["rows"] if row.get("pupil"))
