from django.urls import path

from portal.files import views

app_name = "files"
urlpatterns = [
    path("tep/anh/<int:pk>/<str:spec>/", views.rendition, name="rendition"),
    path("tep/<int:pk>/", views.attachment, name="attachment"),
]
