from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('operations', '0003_places'),
    ]

    operations = [
        migrations.RemoveIndex(model_name='finding', name='operations_fault_where'),
        migrations.RemoveField(model_name='finding', name='field'),
        migrations.RemoveField(model_name='finding', name='note'),
        migrations.RemoveField(model_name='finding', name='page'),
        migrations.RemoveField(model_name='finding', name='title'),
        migrations.RemoveField(model_name='finding', name='where'),
        migrations.AlterField(
            model_name='finding',
            name='kind',
            field=models.CharField(choices=[('injected', 'Chữ lạ, dấu hiệu bị chèn quảng cáo cờ bạc'), ('hidden', 'Liên kết bị giấu'), ('cloaked', 'Máy tìm kiếm thấy khác bạn đọc'), ('strange', 'Mã lạ trong trang'), ('lookalike', 'Tên miền na ná tên miền nhà trường'), ('expired', 'Đã quá ngày vẫn hiện'), ('broken_inside', 'Liên kết trong cổng bị hỏng'), ('broken_outside', 'Liên kết ra ngoài bị hỏng'), ('foreign', 'Dẫn tới tên miền chưa có trong danh sách'), ('no_alt', 'Ảnh thiếu mô tả'), ('stale', 'Chuyên mục lâu chưa có bài mới'), ('unused', 'Tệp không bài nào dùng')], max_length=14, verbose_name='loại'),
        ),
        migrations.AddIndex(
            model_name='finding',
            index=models.Index(fields=['key'], name='operations_fault_key'),
        ),
    ]
