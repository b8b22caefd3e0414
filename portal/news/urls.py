from django.urls import path

from portal.news import urgent
from portal.news.editor import views

app_name = "news"
urlpatterns = [
    path("viet/", views.begin, name="begin"),
    path("viet/mau-khan/", urgent.templates, name="templates"),
    path("viet/mau-khan/<int:pk>/duyet/", urgent.approve, name="approve_template"),
    path("viet/<int:pk>/", views.edit, name="edit"),
]
