"""Codes in addresses: a … f for goals, a1 … f9 for objectives."""


class GoalCode:
    regex = "[a-fA-F]"

    def to_python(self, value):
        return value.upper()

    def to_url(self, value):
        return value.lower()


class ObjectiveCode(GoalCode):
    regex = "[a-fA-F][1-9]"
