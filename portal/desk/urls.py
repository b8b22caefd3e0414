from django.urls import path

from portal.desk.views import arrange, deed, queue, review

app_name = "desk"
urlpatterns = [
    path("viec-cua-toi/", queue.mine, name="mine"),
    path("viec/chuyen-muc/", arrange.sections, name="sections"),
    path("viec/chuyen-muc/moi/", arrange.new_section, name="new_section"),
    path("viec/chuyen-de/moi/", arrange.new_topic, name="new_topic"),
    path("viec/chuyen-muc/<int:pk>/sua/", arrange.reword, name="reword"),
    path("viec/<int:pk>/", review.review, name="review"),
    path("viec/<int:pk>/tuyen/", review.route, name="route"),
    path("viec/<int:pk>/nhat-ky/", review.record, name="record"),
    path("viec/<int:pk>/phieu-duyet/", review.slip, name="slip"),
    path("viec/<int:pk>/<slug:slug>/", deed.deed, name="deed"),
]
