"""Codes in addresses: a … f for goals, a1 … f9 for objectives. Every app may use them by name in its `urls.py`."""

from django.urls import register_converter


class GoalCode:
    regex = "[a-fA-F]"

    def to_python(self, value):
        return value.upper()

    def to_url(self, value):
        return value.lower()


class ObjectiveCode(GoalCode):
    regex = "[a-fA-F][1-9]"


register_converter(GoalCode, "goal_code")
register_converter(ObjectiveCode, "objective_code")
