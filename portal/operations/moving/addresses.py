"""The addresses of the portal before, kept for ever: of texts, of files, of its sections and tags."""

from collections.abc import Iterable

from portal.files.models import Attachment
from portal.operations.models import OldAddress
from portal.operations.moving.mapping import Mapping
from portal.operations.moving.places import Places
from portal.operations.moving.rules import keys_kept


def remember(addresses: Iterable[str], page: int | None, attachments: Iterable[tuple[str, Attachment]]) -> list[str]:
    """Keep the addresses of a text and of its files; each belongs to whoever had it first. Gives a sentence for each address
    of the text that is another's."""
    wanted: dict[str, tuple[int | None, Attachment | None]] = {}
    for address in addresses:
        wanted |= dict.fromkeys(keys_kept(address), (page, None))
    for address, attachment in attachments:
        wanted |= {key: (None, attachment) for key in keys_kept(address) if key not in wanted}
    taken = dict(OldAddress.objects.filter(key__in=wanted).values_list("key", "page_id"))
    OldAddress.objects.bulk_create(
        OldAddress(key=key, page_id=pk, attachment=file) for key, (pk, file) in wanted.items() if key not in taken
    )
    return [
        f"Địa chỉ cũ {key} đã dẫn về bài khác." for key, pk in taken.items() if pk and wanted[key][0] not in (pk, None)
    ]


def lead_sections(mapping: Mapping, places: Places) -> list[str]:
    """Let the old addresses a mapping names lead to our sections and topics; named anew, to others. Gives a sentence for
    each that cannot: a front page, or the address of a text."""
    ours = {key: places.pages[slug] for address, slug in mapping.addresses.items() for key in keys_kept(address)}
    told = [f"Tệp đối chiếu: địa chỉ “{one}” không dẫn được." for one in mapping.addresses if not keys_kept(one)]
    held = {one.key: one for one in OldAddress.objects.filter(key__in=ours)}
    again = [one for one in held.values() if one.page_id in places.pages.values()]
    for one in again:
        one.page_id = ours[one.key]
    OldAddress.objects.bulk_update(again, ["page"])
    OldAddress.objects.bulk_create(OldAddress(key=key, page_id=page) for key, page in ours.items() if key not in held)
    return told + [
        f"Tệp đối chiếu: địa chỉ “{one.key}” đã là của một bài." for one in held.values() if one not in again
    ]
