import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('news', '0004_capture_key'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Editing',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('since', models.DateTimeField(verbose_name='mở từ')),
                ('seen_at', models.DateTimeField(db_index=True, verbose_name='thấy lần cuối')),
                ('typed_at', models.DateTimeField(null=True, verbose_name='gõ lần cuối')),
                ('article', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='editings', to='news.article')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'đang mở bài',
                'constraints': [models.UniqueConstraint(fields=('article', 'person'), name='news_editing_once')],
            },
        ),
    ]
