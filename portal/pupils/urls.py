"""What concerns pupils and their families."""

from portal.pupils.consents.urls import patterns as consents
from portal.pupils.pictures.urls import patterns as pictures
from portal.pupils.results.urls import patterns as results
from portal.pupils.roll.urls import patterns as roll

app_name = "pupils"
urlpatterns = [
    *roll,
    *consents,
    *pictures,
    *results,
]
