import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


SUBJECTS = (
    ("Ngữ văn", "ngu-van"), ("Toán", "toan"), ("Tiếng Anh", "tieng-anh"), ("Giáo dục công dân", "giao-duc-cong-dan"),
    ("Lịch sử và Địa lí", "lich-su-va-dia-li"), ("Khoa học tự nhiên", "khoa-hoc-tu-nhien"), ("Công nghệ", "cong-nghe"),
    ("Tin học", "tin-hoc"), ("Giáo dục thể chất", "giao-duc-the-chat"), ("Âm nhạc", "am-nhac"), ("Mĩ thuật", "mi-thuat"),
    ("Hoạt động trải nghiệm, hướng nghiệp", "hoat-dong-trai-nghiem"),
    ("Giáo dục địa phương", "giao-duc-dia-phuong"),
)
SERIES = (
    ("Kết nối tri thức với cuộc sống", "ket-noi-tri-thuc"), ("Chân trời sáng tạo", "chan-troi-sang-tao"),
    ("Cánh Diều", "canh-dieu"),
)


def plant(apps, editor):
    """The subjects of the programme of 2018 and the series of textbooks in use, as a school begins with."""
    for name, rows in (("Subject", SUBJECTS), ("TextbookSeries", SERIES)):
        model = apps.get_model("intranet", name)
        model.objects.bulk_create(
            model(title=title, slug=slug, position=10 * place) for place, (title, slug) in enumerate(rows, 1)
        )


class Migration(migrations.Migration):

    dependencies = [
        ('files', '0006_guarded'),
        ('intranet', '0003_notices'),
        ('people', '0003_vietnamese_order'),
        ('wagtailcore', '0098_apitoken'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Subject',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('title', models.CharField(max_length=80, unique=True, verbose_name='môn học')),
                ('slug', models.SlugField(max_length=80, unique=True)),
                ('position', models.PositiveSmallIntegerField(default=100)),
            ],
            options={
                'verbose_name': 'môn học',
                'ordering': ['position', 'slug'],
            },
        ),
        migrations.CreateModel(
            name='TextbookSeries',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('title', models.CharField(max_length=120, unique=True, verbose_name='bộ sách')),
                ('slug', models.SlugField(max_length=120, unique=True)),
                ('position', models.PositiveSmallIntegerField(default=100)),
            ],
            options={
                'verbose_name': 'bộ sách',
                'ordering': ['position', 'slug'],
            },
        ),
        migrations.CreateModel(
            name='LibraryItem',
            fields=[
                ('page_ptr', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, related_name='as_library_item', serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('intro', models.TextField(blank=True, verbose_name='giới thiệu')),
                ('sort', models.CharField(blank=True, choices=[('giao-an', 'Kế hoạch bài dạy'), ('bai-giang', 'Bài giảng trình chiếu'), ('phieu', 'Phiếu học tập'), ('de', 'Đề kiểm tra'), ('tu-lieu', 'Tư liệu ảnh, âm thanh, video'), ('skkn', 'Sáng kiến kinh nghiệm'), ('khac', 'Tài liệu khác')], max_length=10, verbose_name='loại')),
                ('grade', models.PositiveSmallIntegerField(blank=True, choices=[(6, 'Khối 6'), (7, 'Khối 7'), (8, 'Khối 8'), (9, 'Khối 9'), (0, 'Chung')], null=True, verbose_name='khối')),
                ('year', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='năm học')),
                ('lesson', models.CharField(blank=True, max_length=200, verbose_name='bài, chủ đề')),
                ('licence', models.CharField(choices=[('dung-sua', 'Đồng nghiệp trong trường dùng và sửa lại, ghi tên người soạn'), ('dung-nguyen', 'Đồng nghiệp trong trường dùng nguyên văn, không sửa'), ('nguon-ngoai', 'Tài liệu của người khác, dùng theo điều kiện của nguồn')], default='dung-sua', max_length=12, verbose_name='quyền sử dụng')),
                ('source', models.CharField(blank=True, max_length=300, verbose_name='nguồn')),
                ('papers', models.JSONField(blank=True, default=list, verbose_name='tệp')),
                ('copied_words', models.CharField(blank=True, editable=False, max_length=64)),
                ('copied_from', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='copies', to='intranet.libraryitem')),
                ('unit', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.unit', verbose_name='tổ')),
                ('subject', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='intranet.subject', verbose_name='môn')),
                ('series', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='intranet.textbookseries', verbose_name='bộ sách')),
            ],
            options={
                'verbose_name': 'học liệu',
            },
            bases=('wagtailcore.page',),
        ),
        migrations.CreateModel(
            name='SharedDraft',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('item', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='shared', to='intranet.libraryitem')),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.unit')),
            ],
            options={
                'verbose_name': 'bản nháp chia sẻ trong tổ',
            },
        ),
        migrations.CreateModel(
            name='Downloads',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('month', models.DateField()),
                ('count', models.PositiveIntegerField(default=0)),
                ('item', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='downloads', to='intranet.libraryitem')),
            ],
            options={
                'verbose_name': 'lượt tải',
                'ordering': ['-month'],
                'constraints': [models.UniqueConstraint(fields=('item', 'month'), name='intranet_library_month_once')],
            },
        ),
        migrations.CreateModel(
            name='LibraryOpinion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('hash', models.CharField(max_length=64)),
                ('asked_at', models.DateTimeField()),
                ('said_at', models.DateTimeField(null=True)),
                ('favourable', models.BooleanField(null=True)),
                ('words', models.TextField(blank=True, max_length=2000)),
                ('dropped_at', models.DateTimeField(null=True)),
                ('asked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('item', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='opinions', to='intranet.libraryitem')),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.unit')),
            ],
            options={
                'verbose_name': 'ý kiến tổ trưởng',
                'ordering': ['id'],
                'indexes': [models.Index(condition=models.Q(('dropped_at', None), ('said_at', None)), fields=['unit', 'asked_at'], name='intranet_library_asked')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('dropped_at', None), ('said_at', None)), fields=('item',), name='intranet_library_asked_once'), models.CheckConstraint(condition=models.Q(models.Q(('by', None), ('favourable', None), ('said_at', None)), models.Q(('by__isnull', False), ('favourable__isnull', False), ('said_at__isnull', False)), _connector='OR'), name='intranet_library_said_by_somebody')],
            },
        ),
        migrations.CreateModel(
            name='LibraryPaper',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('shown', models.BooleanField(default=False)),
                ('attachment', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='files.attachment')),
                ('item', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='carried', to='intranet.libraryitem')),
            ],
            options={
                'verbose_name': 'tệp của học liệu',
                'constraints': [models.UniqueConstraint(fields=('item', 'attachment'), name='intranet_library_paper_once')],
            },
        ),
        migrations.CreateModel(
            name='Rating',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('stars', models.PositiveSmallIntegerField(choices=[(5, '5 – rất tốt'), (4, '4 – tốt'), (3, '3 – dùng được'), (2, '2 – cần sửa nhiều'), (1, '1 – không nên dùng')], verbose_name='mức')),
                ('reason', models.TextField(max_length=1000, verbose_name='vì sao')),
                ('at', models.DateTimeField()),
                ('hash', models.CharField(max_length=64)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('item', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='ratings', to='intranet.libraryitem')),
            ],
            options={
                'verbose_name': 'đánh giá',
                'ordering': ['-at', '-pk'],
                'constraints': [models.UniqueConstraint(fields=('item', 'by'), name='intranet_library_rated_once'), models.CheckConstraint(condition=models.Q(('stars__range', (1, 5))), name='intranet_library_stars')],
            },
        ),
        migrations.AddIndex(
            model_name='libraryitem',
            index=models.Index(fields=['year', 'grade', 'subject'], name='intranet_library_year'),
        ),
        migrations.AddIndex(
            model_name='libraryitem',
            index=models.Index(fields=['subject', 'grade'], name='intranet_library_subject'),
        ),
        migrations.RunPython(plant, migrations.RunPython.noop),
    ]
