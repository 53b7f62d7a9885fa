"""What stands in registers, and what is missing in them: a part of the stage."""

from functools import cached_property

from tests.factories.register import GapFactory, RegisterItemFactory


class Registering:
    """Mila's item and gap in A2's register."""

    @cached_property
    def register_item(self):
        return RegisterItemFactory(added_by=self.mila, title="Parklands of the Sahel")

    @cached_property
    def other_item(self):
        """One that is another thing."""
        return RegisterItemFactory(added_by=self.amina, title="Wheat in Kansas")

    @cached_property
    def withdrawn_item(self):
        item = RegisterItemFactory(added_by=self.mila, title="Oceans")
        item.withdraw(by=self.amina, reason="Not about soils.")
        return item

    @cached_property
    def gap(self):
        return GapFactory(named_by=self.mila, statement="Nobody measures parklands.")
