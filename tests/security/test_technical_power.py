"""A superuser in Wagtail's own screens takes nothing away from a text that somebody else answers for."""

from django.test import Client

from portal.files.models import Attachment, Picture
from portal.people.models import Person
from tests.cast import PASSWORD, Cast
from tests.website.pictures import a_paper, a_picture, shown


def test_no_stored_file_goes_through_the_bulk_screens(cast: Cast) -> None:
    root = Person.objects.create_superuser("root", "root@testserver.edu.vn", PASSWORD)
    picture, paper = a_picture(cast.lan, title="Ảnh"), a_paper(cast.lan, title="Giấy", words="x")
    cast.article(cast.lan, body=[shown(picture, "Ảnh"), {"type": "document", "value": paper.pk}])
    client = Client(raise_request_exception=False)
    client.force_login(root, backend="django.contrib.auth.backends.ModelBackend")
    for path in (
        f"/admin/bulk/files/picture/delete/?id={picture.pk}", f"/admin/bulk/files/attachment/delete/?id={paper.pk}",
        f"/admin/images/{picture.pk}/delete/", f"/admin/documents/delete/{paper.pk}/",
    ):  # fmt: skip
        client.post(path)
    assert (Picture.objects.filter(pk=picture.pk).exists(), Attachment.objects.filter(pk=paper.pk).exists()) == (
        True,
        True,
    )
