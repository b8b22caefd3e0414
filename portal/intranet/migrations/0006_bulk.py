import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('files', '0006_guarded'),
        ('intranet', '0005_timetable'),
        ('people', '0003_vietnamese_order'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='PaperPreview',
            fields=[
                ('of', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='preview', serialize=False, to='files.attachment')),
                ('asked_at', models.DateTimeField()),
                ('told', models.CharField(blank=True, max_length=200)),
            ],
            options={
                'verbose_name': 'bản xem trước',
            },
        ),
        migrations.CreateModel(
            name='Tray',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('begun_at', models.DateTimeField()),
                ('common', models.JSONField(default=dict)),
                ('closed_at', models.DateTimeField(null=True)),
            ],
            options={
                'verbose_name': 'lượt gửi nhiều tệp',
            },
        ),
        migrations.CreateModel(
            name='TrayFile',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=255, verbose_name='tên tệp')),
                ('size', models.PositiveBigIntegerField()),
                ('sha256', models.CharField(max_length=64)),
                ('told', models.TextField(blank=True)),
                ('title', models.CharField(blank=True, max_length=255, verbose_name='tên học liệu')),
                ('lesson', models.CharField(blank=True, max_length=200, verbose_name='bài, chủ đề')),
                ('sort', models.CharField(blank=True, choices=[('giao-an', 'Kế hoạch bài dạy'), ('bai-giang', 'Bài giảng trình chiếu'), ('phieu', 'Phiếu học tập'), ('de', 'Đề kiểm tra'), ('tu-lieu', 'Tư liệu ảnh, âm thanh, video'), ('skkn', 'Sáng kiến kinh nghiệm'), ('khac', 'Tài liệu khác')], max_length=10, verbose_name='loại')),
                ('grade', models.PositiveSmallIntegerField(blank=True, choices=[(6, 'Khối 6'), (7, 'Khối 7'), (8, 'Khối 8'), (9, 'Khối 9'), (0, 'Chung')], null=True, verbose_name='khối')),
            ],
            options={
                'verbose_name': 'tệp trong lượt gửi',
                'ordering': ['id'],
            },
        ),
        migrations.AddField(
            model_name='paperpreview',
            name='pdf',
            field=models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='preview_of', to='files.attachment'),
        ),
        migrations.AddField(
            model_name='tray',
            name='by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='trayfile',
            name='attachment',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='files.attachment'),
        ),
        migrations.AddField(
            model_name='trayfile',
            name='item',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='intranet.libraryitem'),
        ),
        migrations.AddField(
            model_name='trayfile',
            name='subject',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='intranet.subject', verbose_name='môn'),
        ),
        migrations.AddField(
            model_name='trayfile',
            name='tray',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='files', to='intranet.tray'),
        ),
        migrations.AddConstraint(
            model_name='tray',
            constraint=models.UniqueConstraint(condition=models.Q(('closed_at', None)), fields=('by',), name='intranet_one_open_tray'),
        ),
        migrations.AddConstraint(
            model_name='trayfile',
            constraint=models.UniqueConstraint(fields=('tray', 'sha256'), name='intranet_tray_file_once'),
        ),
    ]
