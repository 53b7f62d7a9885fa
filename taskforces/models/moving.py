"""A task force on its way through the cycle."""

from django.db import models


class Moving(models.Model):
    """What a task force does with the stage it stands at."""

    class Meta:
        abstract = True

    @property
    def position(self):
        """The open stage record: where it stands now."""
        return self.stage_records.open().select_related("stage").get()

    def move_on(self, *, by):
        """To the next stage, see `StageRecord.move_on`."""
        return self.position.move_on(by=by)
