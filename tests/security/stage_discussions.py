"""What stands on the stage of discussions: the room of A2, which only those with a seat enter, and its posts."""

from functools import cached_property

from core.uploads import clean_upload
from tests.factories.discussions import ThreadFactory, answered
from tests.papers import upload


class DiscussionsOnStage:
    """Mila began a discussion in the room of A2; Fatou answered, with a file."""

    @cached_property
    def thread(self):
        return ThreadFactory(starter=self.mila, space=self.a2.space)

    @cached_property
    def post(self):
        return answered(self.thread, author=self.fatou, file=clean_upload(upload()))

    @cached_property
    def hidden_post(self):
        """Fatou’s; whoever hid it is none of those who moderate now."""
        post = answered(self.thread, author=self.fatou, text="Buy my compost.")
        post.hide("It sells something.", by=self.hugo)
        return post

    @cached_property
    def post_report(self):
        """Mila reports what Fatou wrote."""
        return answered(self.thread, author=self.fatou, text="Buy more.").report("It sells.", by=self.mila)
