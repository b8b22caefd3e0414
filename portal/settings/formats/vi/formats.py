"""Days, hours and numbers as Vietnam writes them, where Django's own Vietnamese is silent or reads oddly.

Input: ISO stands first, for it is what date fields of browsers send and what fields of ours are drawn with; then day, month,
year. Without these lists Django would read 05/06/2026 as the sixth of May. The letters of the outgoing formats are Django's.
"""

NUMBER_GROUPING = 3
FIRST_DAY_OF_WEEK = 1

DATE_FORMAT = SHORT_DATE_FORMAT = "j/n/Y"
TIME_FORMAT = "H:i"
DATETIME_FORMAT = SHORT_DATETIME_FORMAT = "H:i, j/n/Y"
YEAR_MONTH_FORMAT = r"\t\há\n\g n/Y"
MONTH_DAY_FORMAT = "j/n"

_DAYS = ["%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y"]
DATE_INPUT_FORMATS = ["%Y-%m-%d", *_DAYS]
TIME_INPUT_FORMATS = ["%H:%M:%S", "%H:%M:%S.%f", "%H:%M", "%Hh%M", "%Hh"]
DATETIME_INPUT_FORMATS = [
    "%Y-%m-%d %H:%M:%S", "%Y-%m-%d %H:%M:%S.%f", "%Y-%m-%d %H:%M",
    *(f"{hour}{between}{day}" for day in _DAYS for between in (" ", ", ") for hour in ("%H:%M", "%Hh%M")),
    *(f"{day} {hour}" for day in _DAYS for hour in ("%H:%M:%S", "%H:%M", "%Hh%M")),
]  # fmt: skip
