from portal.operations.care.urls import patterns as care

app_name = "operations"
urlpatterns = [*care]
