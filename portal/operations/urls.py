from portal.operations.care.urls import patterns as care
from portal.operations.moving.urls import patterns as moving

app_name = "operations"
urlpatterns = [*care, *moving]
