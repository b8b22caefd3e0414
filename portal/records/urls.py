"""The papers the school owes the public."""

from django.urls import URLPattern

from portal.records.admissions.urls import patterns as admissions
from portal.records.disclosures.urls import patterns as disclosures
from portal.records.documents.urls import patterns as documents
from portal.records.figures.urls import patterns as figures
from portal.records.outcomes.urls import patterns as outcomes
from portal.records.procedures.urls import patterns as procedures

app_name = "records"
urlpatterns: list[URLPattern] = [*admissions, *disclosures, *documents, *figures, *outcomes, *procedures]
