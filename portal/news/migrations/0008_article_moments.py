from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('news', '0007_home_arrangements'),
    ]

    operations = [
        migrations.AddIndex(
            model_name='article',
            index=models.Index(condition=models.Q(('expires_at__isnull', False)), fields=['expires_at'], name='news_article_over'),
        ),
        migrations.AddIndex(
            model_name='article',
            index=models.Index(condition=models.Q(('opening_at__isnull', False)), fields=['opening_at'], name='news_article_opens'),
        ),
        migrations.AddIndex(
            model_name='article',
            index=models.Index(condition=models.Q(('event_start__isnull', False)), fields=['event_start'], name='news_article_begins'),
        ),
        migrations.AddIndex(
            model_name='article',
            index=models.Index(condition=models.Q(('event_end__isnull', False)), fields=['event_end'], name='news_article_ends'),
        ),
    ]
