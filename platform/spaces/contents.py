"""What lies in a space: each app of this floor says it of its own kind, the pages of a space gather them.

    class Discussions(Content):
        key, title, position = "discussions", gettext_lazy("Discussions"), 10

        def newest(self, user):
            return Thread.objects.visible_to(user).with_starter().annotate(news_at=F("moved_at")).order_by("-news_at")

    register(Discussions())

A kind is a tab of every space, unless another tab shows it, and a list on its overview. Its rows have `space_id`,
`news_at` (the moment by which they are new), `get_absolute_url()`, and on paper `str(row)` as their title;
`row.news_note`, if it has one, says more.
"""

from django.urls import reverse

_contents = []


class Content:
    """One kind of what lies in a space."""

    # The last part of its address, and the name of its app: "discussions".
    key = ""
    # What its tab is called.
    title = ""
    # The sentence on the overview where there is nothing yet.
    nothing = ""
    # Its place among the tabs.
    position = 0
    # Whether it has a tab of its own.
    has_tab = True

    def url(self, space):
        """Its list in `space`."""
        return reverse(f"{self.key}:list", args=[space.slug])

    def newest(self, user):
        """All rows `user` may see, the newest first, each with `news_at`."""
        raise NotImplementedError


def register(content):
    """Make a kind known. Call it when its app is ready."""
    _contents.append(content)
    _contents.sort(key=lambda each: each.position)
    return content


def contents():
    """Every kind, in the order of the tabs."""
    return tuple(_contents)
