import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('news', '0008_article_moments'),
    ]

    operations = [
        migrations.CreateModel(
            name='Listed',
            fields=[
                ('article', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='listed', serialize=False, to='news.article')),
                ('up_at', models.DateTimeField(verbose_name='đăng lúc')),
                ('month', models.PositiveIntegerField(verbose_name='tháng')),
                ('kind', models.CharField(max_length=20, verbose_name='loại')),
                ('public', models.BooleanField(verbose_name='mọi người đọc được')),
                ('until', models.DateTimeField(null=True, verbose_name='đến trước')),
                ('section', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='news.section')),
                ('topic', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='news.topic')),
            ],
            options={
                'verbose_name': 'chỗ trong danh sách',
                'indexes': [models.Index(fields=['up_at', 'article'], name='news_listed_all'), models.Index(fields=['section', 'up_at', 'article'], name='news_listed_section'), models.Index(condition=models.Q(('topic__isnull', False)), fields=['topic', 'up_at', 'article'], name='news_listed_topic'), models.Index(fields=['kind', 'up_at', 'article'], name='news_listed_kind'), models.Index(fields=['section', 'kind', 'up_at', 'article'], name='news_listed_chip'), models.Index(fields=['until', 'section', 'topic', 'public', 'kind', 'month'], name='news_listed_counts')],
            },
        ),
    ]
