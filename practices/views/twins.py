"""Sheets that look alike are shown before anything is kept; whoever writes may say that hers is another one."""

from practices.duplicates import twins_of


class AsksForTwins:
    """A page on which something is typed by which twins are found."""

    twins = ()

    @property
    def says_another(self):
        """Whether she has seen them and goes on."""
        return "nevertheless" in self.request.POST

    def ask(self, contents, form, *, besides=None, told_apart=(), codes_only=False):
        """Look for twins of `contents`; True when she has to look at them first."""
        found = twins_of(contents, form, seen_by=self.request.user, besides=besides)
        self.twins = [
            twin for twin in found if twin.practice.pk not in told_apart and (twin.has_same_code or not codes_only)
        ]
        return bool(self.twins) and not self.says_another

    def tell_apart(self, practice):
        """Keep what she said, for whoever reviews it."""
        if self.says_another:
            practice.tell_apart([twin.practice for twin in self.twins], by=self.request.user)

    def get_context_data(self, **kwargs):
        return super().get_context_data(**{"twins": self.twins} | kwargs)
