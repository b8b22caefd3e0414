import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('intranet', '0004_library'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Timetable',
            fields=[
                ('page_ptr', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, related_name='as_timetable', serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('intro', models.TextField(blank=True, max_length=1000, verbose_name='ghi chú cho người đọc')),
                ('starts', models.DateField(blank=True, null=True, verbose_name='áp dụng từ ngày')),
                ('lessons', models.JSONField(blank=True, default=list, verbose_name='các tiết')),
                ('unread', models.JSONField(blank=True, default=list, verbose_name='ô không đọc được')),
                ('source', models.CharField(blank=True, max_length=200, verbose_name='nhập từ tệp')),
                ('source_sha256', models.CharField(blank=True, max_length=64)),
            ],
            options={
                'verbose_name': 'thời khóa biểu',
            },
        ),
        migrations.CreateModel(
            name='TimetableReading',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('name', models.CharField(max_length=200, verbose_name='tệp')),
                ('sha256', models.CharField(max_length=64)),
                ('starts', models.DateField(null=True)),
                ('lessons', models.JSONField(default=list)),
                ('unread', models.JSONField(default=list)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'tệp thời khóa biểu đã đọc',
            },
        ),
        migrations.CreateModel(
            name='OwnClass',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('school_class', models.CharField(max_length=12, verbose_name='lớp')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='own_classes', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'lớp của tôi',
                'constraints': [models.UniqueConstraint(fields=('person', 'school_class'), name='intranet_own_class_once')],
            },
        ),
        migrations.CreateModel(
            name='TimetableLesson',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('school_class', models.CharField(max_length=12, verbose_name='lớp')),
                ('class_slug', models.CharField(max_length=12)),
                ('day', models.PositiveSmallIntegerField(verbose_name='thứ')),
                ('session', models.CharField(choices=[('sang', 'Sáng'), ('chieu', 'Chiều')], max_length=5, verbose_name='buổi')),
                ('period', models.PositiveSmallIntegerField(verbose_name='tiết')),
                ('subject', models.CharField(max_length=80, verbose_name='môn')),
                ('teacher', models.CharField(blank=True, max_length=80, verbose_name='giáo viên')),
                ('room', models.CharField(blank=True, max_length=60, verbose_name='phòng')),
                ('person', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('timetable', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='rows', to='intranet.timetable')),
            ],
            options={
                'verbose_name': 'tiết học',
                'ordering': ['day', 'session', 'period', 'id'],
                'indexes': [models.Index(fields=['timetable', 'class_slug'], name='intranet_lesson_class'), models.Index(fields=['timetable', 'person'], name='intranet_lesson_person')],
            },
        ),
    ]
