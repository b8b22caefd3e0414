import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('files', '0006_guarded'),
        ('intranet', '0002_week'),
        ('people', '0003_vietnamese_order'),
        ('wagtailcore', '0098_apitoken'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='InternalNotice',
            fields=[
                ('page_ptr', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, related_name='as_notice', serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('intro', models.TextField(blank=True, verbose_name='nội dung')),
                ('sort', models.CharField(choices=[('thong-bao', 'Thông báo'), ('ke-hoach', 'Kế hoạch năm của cổng'), ('huong-dan', 'Tài liệu hướng dẫn')], default='thong-bao', max_length=10, verbose_name='loại')),
                ('to_everyone', models.BooleanField(default=False, verbose_name='toàn trường')),
                ('to_offices', models.JSONField(blank=True, default=list, verbose_name='chức danh')),
                ('to_units', models.JSONField(blank=True, default=list, verbose_name='đơn vị')),
                ('to_people', models.JSONField(blank=True, default=list, verbose_name='từng người')),
                ('acknowledge_by', models.DateField(blank=True, null=True, verbose_name='xác nhận đã đọc trước khi hết ngày')),
                ('papers', models.JSONField(blank=True, default=list, verbose_name='tệp kèm theo')),
            ],
            options={
                'verbose_name': 'thông báo nội bộ',
            },
            bases=('wagtailcore.page',),
        ),
        migrations.CreateModel(
            name='UpNotice',
            fields=[
                ('notice', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='up', serialize=False, to='intranet.internalnotice')),
                ('first_up', models.DateTimeField()),
                ('up_at', models.DateTimeField()),
                ('hash', models.CharField(max_length=64)),
                ('sort', models.CharField(max_length=10)),
                ('acknowledge_by', models.DateField(null=True)),
                ('year', models.PositiveSmallIntegerField(verbose_name='năm học')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'thông báo đang đăng',
                'ordering': ['-up_at', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='NoticeAddress',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('office', models.CharField(blank=True, max_length=20)),
                ('person', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('unit', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.unit')),
                ('up', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='addresses', to='intranet.upnotice')),
            ],
            options={
                'verbose_name': 'người nhận thông báo',
            },
        ),
        migrations.CreateModel(
            name='Confirmation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('hash', models.CharField(max_length=64)),
                ('at', models.DateTimeField()),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('notice', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='confirmations', to='intranet.internalnotice')),
            ],
            options={
                'verbose_name': 'xác nhận đã đọc',
                'constraints': [models.UniqueConstraint(fields=('notice', 'person', 'hash'), name='intranet_confirmed_once')],
            },
        ),
        migrations.CreateModel(
            name='NoticePaper',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('attachment', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='files.attachment')),
                ('notice', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='carried', to='intranet.internalnotice')),
            ],
            options={
                'verbose_name': 'tệp của thông báo',
                'constraints': [models.UniqueConstraint(fields=('notice', 'attachment'), name='intranet_paper_once')],
            },
        ),
        migrations.CreateModel(
            name='Reminding',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('mark', models.CharField(max_length=40)),
                ('at', models.DateTimeField()),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('notice', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='remindings', to='intranet.internalnotice')),
            ],
            options={
                'verbose_name': 'lần nhắc đọc',
                'constraints': [models.UniqueConstraint(fields=('notice', 'mark'), name='intranet_reminded_once')],
            },
        ),
        migrations.AddIndex(
            model_name='upnotice',
            index=models.Index(fields=['year', 'up_at'], name='intranet_notice_year'),
        ),
        migrations.AddIndex(
            model_name='upnotice',
            index=models.Index(fields=['acknowledge_by'], name='intranet_notice_due'),
        ),
        migrations.AddConstraint(
            model_name='noticeaddress',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('person', None), ('unit', None)), models.Q(('office', ''), models.Q(('unit', None), ('person', None), _connector='OR')), _connector='OR'), name='intranet_address_of_one_sort'),
        ),
    ]
