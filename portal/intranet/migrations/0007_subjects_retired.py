from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('intranet', '0001_squashed_0006_bulk'),
    ]

    operations = [
        migrations.AddField('subject', 'retired_at', models.DateTimeField(blank=True, null=True, verbose_name='thôi dùng từ')),
        migrations.AddField(
            'textbookseries', 'retired_at', models.DateTimeField(blank=True, null=True, verbose_name='thôi dùng từ')
        ),
    ]
