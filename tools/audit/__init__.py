"""The checks of the built pages: ``make audit``."""
