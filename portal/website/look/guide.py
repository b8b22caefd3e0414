"""The living style guide: every component as the screens show it, in the states nobody plans for."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.views.decorators.http import require_safe

from portal.base import clock
from portal.website.look import samples
from portal.website.look.palette import measures
from portal.website.look.queries import colours_now

SWATCHES = (
    ("ink", "Mực tím", "đường, liên kết, giờ, việc chính"), ("phuong", "Phượng", "hiếm: tên mục, ngày, báo động"),
    ("nang", "Nắng", "bây giờ, và vì sao"), ("la", "Lá bàng", "xong, đúng hạn"), ("text", "Chữ", ""), ("quiet", "Chữ phụ", ""),
    ("paper", "Giấy", ""), ("sheet", "Tờ", ""), ("ink-soft", "Mực nhạt", ""), ("line", "Nét mảnh", ""), ("edge", "Viền ô nhập", ""),
    ("foot", "Chân trang", ""),
)  # fmt: skip


@require_safe
def guide(request: HttpRequest) -> HttpResponse:
    """For whoever builds or judges the portal; kept out of search engines."""
    request.canonical_url = ""  # type: ignore[attr-defined]
    at = clock.now()
    items = samples.items(at, static("img/kieu-mau.svg"))
    return render(request, "website/look/guide.html", {
        "at": at, "items": items, "stories": [item for _, item in items], "swatches": SWATCHES,
        "pairs": list(measures(colours_now())), "steps": samples.steps(), "lines": samples.lines(at),
        "parts": samples.PARTS, "table": samples.TABLE, "badges": samples.BADGES, "page_obj": samples.pages(),
        "long": samples.LONG, "hostile": samples.HOSTILE,
        "usual": samples.form_usual(), "wrong": samples.form_wrong(),
        "picture": {"url": static("img/kieu-mau.svg"), "alt": "Sân trường giờ chào cờ", "credit": "Lê Minh", "width": 600, "height": 400},
    })  # fmt: skip
