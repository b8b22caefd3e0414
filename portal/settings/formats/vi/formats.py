"""1.000 and not 1000: Django's Vietnamese knows the point and leaves open how many digits stand between two."""

NUMBER_GROUPING = 3
