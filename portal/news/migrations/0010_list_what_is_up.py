from zoneinfo import ZoneInfo

from django.db import migrations

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
AT_ONCE = 2000
KEPT = ("pk", "case__published_at", "section_id", "topic_id", "genre", "notice", "audience", "expires_at")


def list_what_is_up(apps, schema_editor):
    """A row for each article that is up, as the verbs write it from now on."""
    Article, Listed = apps.get_model("news", "Article"), apps.get_model("news", "Listed")
    up = Article.objects.filter(live=True, case__published_at__isnull=False).order_by("pk").values_list(*KEPT)
    rows = []
    for pk, up_at, section, topic, genre, notice, audience, until in up.iterator(AT_ONCE):
        here = up_at.astimezone(ZONE)
        kind = "thong-bao" if notice else "anh" if genre == "anh-hoat-dong" else genre
        rows.append(Listed(
            article_id=pk, up_at=up_at, month=here.year * 100 + here.month, section_id=section, topic_id=topic, kind=kind,
            public=audience == "public", until=until,
        ))
    Listed.objects.bulk_create(rows, batch_size=AT_ONCE)


class Migration(migrations.Migration):

    dependencies = [
        ('approval', '0004_copied_approval'),
        ('news', '0009_listed'),
    ]

    operations = [
        migrations.RunPython(list_what_is_up, migrations.RunPython.noop),
    ]
