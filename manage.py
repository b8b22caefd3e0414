#!/usr/bin/env python
"""Django's command line. Under production settings it stays away from a demo database."""

import gc
import os
import sys

HARMLESS_ON_ANY_DATABASE = {"check", "collectstatic", "help", "migrate", "version", "--help", "--version"}


def main() -> None:
    gc.set_threshold(50_000, 20, 100)  # a tenth of a migration was looking for circles among what stays
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.dev")
    from django.core.management import execute_from_command_line

    if len(sys.argv) > 1 and sys.argv[1] not in HARMLESS_ON_ANY_DATABASE:
        import django

        django.setup()
        from portal.settings.guard import refuse_demo_database

        refuse_demo_database()
    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
