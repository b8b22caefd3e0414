import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('people', '0002_personnel_proposals'),
        ('wagtailcore', '0098_apitoken'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Round',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('asked_at', models.DateTimeField(db_index=True, verbose_name='lúc')),
                ('state', models.CharField(choices=[('open', 'đang rà'), ('done', 'xong')], default='open', max_length=4)),
                ('finished_at', models.DateTimeField(null=True)),
                ('alive_at', models.DateTimeField(null=True)),
                ('position', models.CharField(blank=True, max_length=500)),
                ('stage', models.CharField(blank=True, max_length=10)),
                ('reached', models.CharField(blank=True, max_length=500)),
                ('counts', models.JSONField(default=dict)),
                ('asked_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'lần rà soát',
                'constraints': [models.UniqueConstraint(condition=models.Q(('state', 'open')), fields=('state',), name='operations_one_round_open')],
            },
        ),
        migrations.CreateModel(
            name='OutLink',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('path', models.CharField(db_index=True, max_length=500)),
                ('title', models.CharField(blank=True, max_length=255)),
                ('url', models.CharField(max_length=2000)),
                ('url_key', models.CharField(db_index=True, max_length=64)),
                ('host', models.CharField(db_index=True, max_length=255)),
                ('asked_at', models.DateTimeField(db_index=True, null=True)),
                ('status', models.PositiveSmallIntegerField(null=True)),
                ('note', models.CharField(blank=True, max_length=200)),
                ('failing_since', models.DateTimeField(null=True)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('path', 'url_key'), name='operations_outlink_once_a_page')],
            },
        ),
        migrations.CreateModel(
            name='KnownDomain',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('domain', models.CharField(max_length=200, verbose_name='tên miền')),
                ('reason', models.CharField(max_length=200, verbose_name='của ai, vì sao')),
                ('added_at', models.DateTimeField()),
                ('ended_at', models.DateTimeField(null=True)),
                ('added_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('ended_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'tên miền quen',
                'constraints': [models.UniqueConstraint(condition=models.Q(('ended_at', None)), fields=('domain',), name='operations_domain_once')],
            },
        ),
        migrations.CreateModel(
            name='Finding',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(max_length=64)),
                ('kind', models.CharField(choices=[('injected', 'Chữ lạ, dấu hiệu bị chèn quảng cáo cờ bạc'), ('hidden', 'Liên kết bị giấu'), ('cloaked', 'Máy tìm kiếm thấy khác bạn đọc'), ('lookalike', 'Tên miền na ná tên miền nhà trường'), ('expired', 'Đã quá ngày vẫn hiện'), ('broken_inside', 'Liên kết trong cổng bị hỏng'), ('broken_outside', 'Liên kết ra ngoài bị hỏng'), ('foreign', 'Dẫn tới tên miền chưa có trong danh sách'), ('no_alt', 'Ảnh thiếu mô tả'), ('stale', 'Chuyên mục lâu chưa có bài mới'), ('unused', 'Tệp không bài nào dùng')], max_length=14, verbose_name='loại')),
                ('where', models.CharField(max_length=500, verbose_name='ở đâu')),
                ('title', models.CharField(blank=True, max_length=255, verbose_name='tên trang')),
                ('what', models.TextField(verbose_name='lỗi gì')),
                ('note', models.CharField(blank=True, max_length=300, verbose_name='nói thêm')),
                ('since', models.DateTimeField(verbose_name='từ')),
                ('seen_at', models.DateTimeField(verbose_name='thấy lần cuối')),
                ('state', models.CharField(choices=[('open', 'còn lỗi'), ('mended', 'đã khắc phục'), ('waived', 'để nguyên, có lý do')], default='open', max_length=6, verbose_name='tình trạng')),
                ('closed_at', models.DateTimeField(null=True, verbose_name='khép lúc')),
                ('how', models.CharField(blank=True, max_length=500, verbose_name='cách khắc phục')),
                ('closed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='ai khắc phục')),
                ('field', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.field')),
                ('page', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='wagtailcore.page')),
                ('uploader', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'lỗi nội dung',
                'indexes': [models.Index(fields=['state', 'kind', 'id'], name='operations_fault_listed'), models.Index(fields=['where', 'state'], name='operations_fault_where'), models.Index(fields=['since'], name='operations_fault_since'), models.Index(fields=['closed_at'], name='operations_fault_closed')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('state', 'open')), fields=('key',), name='operations_fault_open_once'), models.CheckConstraint(condition=models.Q(models.Q(('closed_at', None), ('state', 'open')), models.Q(models.Q(('state', 'open'), _negated=True), ('closed_at__isnull', False)), _connector='OR'), name='operations_fault_closed_with_hour')],
            },
        ),
    ]
