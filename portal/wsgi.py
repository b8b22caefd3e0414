"""The WSGI callable that granian serves."""

import os

from portal.supervisor import die_with_parent_process

die_with_parent_process()
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.production")

from django.core.wsgi import get_wsgi_application  # noqa: E402

django = get_wsgi_application()

from portal.settings.guard import refuse_demo_database  # noqa: E402

refuse_demo_database()

from portal.website.pagecache.wiring import in_front_of  # noqa: E402

application = in_front_of(django)

if __name__ == "__main__":  # python -m portal.wsgi portal.wsgi:application …
    # Loaded before granian's workers, which are born of this process, so that they share what is loaded.
    import gc

    from django.db import connections
    from django.urls import reverse
    from granian.cli import entrypoint

    reverse("website:home")  # every screen
    connections.close_all()
    gc.freeze()  # what is never let go is never written to either
    entrypoint()
