"""On the stage: Victor's weekly digest, and what he chose about it."""

from datetime import date
from functools import cached_property

from notifications.models import Digest, NoticeSetting
from notifications.models.stopping import token_of


class Digests:
    """A digest that was written in some week, and the link that stops the next ones."""

    @cached_property
    def digest(self):
        return Digest.objects.create(person=self.victor, begins_on=date(2026, 3, 2))

    @cached_property
    def notice_setting(self):
        return NoticeSetting.choose(self.victor, by=self.victor, digest="weekly")

    @cached_property
    def stop_kind_token(self):
        return token_of(self.victor, "discussion")

    @cached_property
    def stop_token(self):
        return token_of(self.victor, "weekly")
