"""Codes of datasheets in addresses: P00042."""

from django.urls import register_converter


class PracticeCode:
    regex = r"[pP]\d{5,9}"

    def to_python(self, value):
        return value.upper()

    def to_url(self, value):
        return value


register_converter(PracticeCode, "practice_code")
