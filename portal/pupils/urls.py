"""What concerns pupils and their families."""

from portal.pupils.pictures.urls import patterns as pictures

app_name = "pupils"
urlpatterns = [
    *pictures,
]
