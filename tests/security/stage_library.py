"""What stands on the stage of the library."""

from functools import cached_property

from tests.factories.library import WorkFactory, africa, paper


class StageOfLibrary:
    """Bruno's works in the room of Africa, which is open to people of partners."""

    @cached_property
    def africa(self):
        return africa()

    @cached_property
    def work(self):
        """A guide as a file."""
        return WorkFactory(by=self.bruno, title="Measuring soil carbon", upload=paper())

    @cached_property
    def work_file(self):
        return self.work.versions.get()

    @cached_property
    def withdrawn_work(self):
        return WorkFactory(by=self.bruno, title="Outdated tables", reason="The figures were wrong.")
