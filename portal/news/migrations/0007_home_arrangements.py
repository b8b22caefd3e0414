import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.utils import timezone


def gather(apps, schema_editor):
    """What stood on the front page becomes one arrangement, in force since the hour it was chosen."""
    Slot = apps.get_model("news", "HomeSlot")
    if not Slot.objects.exists():
        return
    Line = apps.get_model("base", "JournalEntry")
    told = Line.objects.filter(verb="home_arrange").order_by("-pk").values("at", "actor_id").first()
    at = told["at"] if told else timezone.now()
    made = apps.get_model("news", "HomeArrangement").objects.create(
        starts=at, made_at=at, made_by_id=told["actor_id"] if told else None
    )
    Slot.objects.update(arrangement=made)


class Migration(migrations.Migration):
    dependencies = [
        ("base", "0001_initial"),
        ("news", "0006_standing_places"),
        ("wagtailcore", "0098_apitoken"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="HomeArrangement",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("starts", models.DateTimeField(verbose_name="có hiệu lực từ")),
                ("made_at", models.DateTimeField(verbose_name="sắp xếp lúc")),
                ("cancelled_at", models.DateTimeField(null=True, verbose_name="hủy lúc")),
                ("made_by", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="người sắp xếp")),
            ],
            options={
                "verbose_name": "cách sắp xếp trang chủ",
                "indexes": [models.Index(fields=["starts", "id"], name="news_home_starts")],
                "constraints": [models.CheckConstraint(condition=models.Q(("starts__gte", models.F("made_at"))), name="news_home_not_in_the_past")],
            },
        ),
        migrations.RemoveConstraint(model_name="homeslot", name="news_home_one_a_place"),
        migrations.RemoveConstraint(model_name="homeslot", name="news_home_one_lead"),
        migrations.AddField(
            model_name="homeslot",
            name="arrangement",
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name="slots", to="news.homearrangement"),
        ),
        migrations.RunPython(gather, migrations.RunPython.noop),
        migrations.AlterField(
            model_name="homeslot",
            name="arrangement",
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="slots", to="news.homearrangement"),
        ),
        migrations.AlterField(
            model_name="homeslot",
            name="page",
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="wagtailcore.page"),
        ),
        migrations.AddConstraint(
            model_name="homeslot",
            constraint=models.UniqueConstraint(fields=("arrangement", "kind", "position"), name="news_home_one_a_place"),
        ),
        migrations.AddConstraint(
            model_name="homeslot",
            constraint=models.UniqueConstraint(fields=("arrangement", "page"), name="news_home_once_a_page"),
        ),
        migrations.AddConstraint(
            model_name="homeslot",
            constraint=models.UniqueConstraint(condition=models.Q(("kind", "lead")), fields=("arrangement",), name="news_home_one_lead"),
        ),
    ]
