"""The WSGI callable that granian serves."""

from portal.supervisor import die_with_parent_process

die_with_parent_process()

from portal.application import application as application  # noqa: E402

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
