"""What concerns pupils and their families."""

from portal.pupils.consents.urls import patterns as consents
from portal.pupils.erasing.urls import patterns as erasing
from portal.pupils.pictures.urls import patterns as pictures
from portal.pupils.praise.urls import patterns as praise
from portal.pupils.results.urls import patterns as results
from portal.pupils.roll.urls import patterns as roll

app_name = "pupils"
urlpatterns = [
    *erasing,
    *roll,
    *consents,
    *pictures,
    *praise,
    *results,
]
