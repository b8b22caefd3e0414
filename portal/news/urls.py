from django.urls import path

from portal.news.editor import views

app_name = "news"
urlpatterns = [
    path("viet/", views.begin, name="begin"),
    path("viet/<int:pk>/", views.edit, name="edit"),
]
