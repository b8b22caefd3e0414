import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import portal.news.models.bringing


class Migration(migrations.Migration):

    dependencies = [
        ('files', '0003_exposure_until'),
        ('news', '0011_whose_lines'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Bringing',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('begun_at', models.DateTimeField()),
                ('asked', models.JSONField(default=dict)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'lần nhập từ Word',
            },
        ),
        migrations.CreateModel(
            name='Brought',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=255, verbose_name='tên tệp')),
                ('state', models.CharField(choices=[('waiting', 'đang chờ đọc'), ('done', 'đã thành bản nháp'), ('refused', 'không nhận')], default='waiting', max_length=8)),
                ('waiting', models.FileField(blank=True, storage=portal.news.models.bringing.Doorstep(), upload_to='cho-nhap/')),
                ('tries', models.PositiveSmallIntegerField(default=0)),
                ('refusal', models.TextField(blank=True)),
                ('changes', models.JSONField(default=list)),
                ('lost', models.JSONField(default=list)),
                ('other', models.JSONField(null=True)),
                ('converted', models.BooleanField(default=False)),
                ('hash', models.CharField(blank=True, max_length=64)),
                ('article', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='brought', to='news.article')),
                ('bringing', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='papers', to='news.bringing')),
                ('original', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='files.attachment')),
            ],
            options={
                'verbose_name': 'bài nhập từ Word',
                'ordering': ['pk'],
            },
        ),
    ]
