from django.urls import path

from portal.intranet import views

app_name = "intranet"
urlpatterns = [
    path("noi-bo/", views.home, name="home"),
]
