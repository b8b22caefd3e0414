import hashlib

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

GATHERED = ("broken_inside", "broken_outside", "foreign", "lookalike")


def gather(apps, schema_editor):
    """Each fault gets its place; open ones of one dead address or one unknown domain become one with several places."""
    Finding, Place = apps.get_model("operations", "Finding"), apps.get_model("operations", "Place")
    standing = {}
    for one in Finding.objects.order_by("pk").iterator():
        key = one.key
        if one.kind in GATHERED:
            key = hashlib.sha256("\n".join((one.kind, "", one.what)).encode()).hexdigest()
        holder = standing.get(key) if one.state == "open" else None
        Place.objects.create(
            finding=holder or one, path=one.where, title=one.title, note=one.note, page_id=one.page_id,
            field_id=one.field_id, since=one.since, gone_at=one.closed_at if one.state == "mended" else None,
            gone_by_id=one.closed_by_id if one.state == "mended" else None,
        )  # fmt: skip
        if holder is not None:
            one.delete()
        elif key != one.key:
            one.key = key
            one.save(update_fields=["key"])
        if one.state == "open" and holder is None:
            standing[key] = one


class Migration(migrations.Migration):

    dependencies = [
        ('operations', '0002_moving'),
        ('people', '0003_vietnamese_order'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        migrations.swappable_dependency(settings.WAGTAIL_PAGE_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Place',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('path', models.CharField(max_length=500, verbose_name='ở đâu')),
                ('title', models.CharField(blank=True, max_length=255, verbose_name='tên trang')),
                ('note', models.CharField(blank=True, max_length=300, verbose_name='nói thêm')),
                ('since', models.DateTimeField(verbose_name='từ')),
                ('gone_at', models.DateTimeField(null=True, verbose_name='hết lúc')),
                ('field', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.field')),
                ('finding', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='places', to='operations.finding')),
                ('gone_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('page', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.WAGTAIL_PAGE_MODEL)),
            ],
            options={
                'verbose_name': 'chỗ có lỗi',
                'indexes': [models.Index(fields=['path', 'gone_at'], name='operations_place_path')],
                'constraints': [models.UniqueConstraint(fields=('finding', 'path'), name='operations_place_once_a_fault')],
            },
        ),
        migrations.RunPython(gather, migrations.RunPython.noop),
    ]
