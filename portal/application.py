"""What answers every request: Django, and before it the pages from memory."""

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.production")

from django.core.wsgi import get_wsgi_application

django = get_wsgi_application()

from portal.settings.guard import refuse_demo_database  # noqa: E402

refuse_demo_database()

from portal.website.pagecache.wiring import in_front_of  # noqa: E402

application = in_front_of(django)
