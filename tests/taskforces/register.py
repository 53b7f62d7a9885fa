"""What the tests of registers share: addresses, and what is typed."""

from django.urls import reverse

LIST, TABLE, ADD, IMPORT, EXPORT = (
    f"/en/task-forces/a2/register/{end}" for end in ("", "table/", "add/", "import/", "export/")
)
TYPED = {"type": "project", "title": "Zaï in the Yatenga", "regions": ["africa"], "address": "example.org/zai"}


def at(name, *args):
    """The address of a page of A2."""
    return reverse(f"taskforces:{name}", args=["a2", *args])


def words(response):
    """A page without its line ends."""
    return " ".join(response.content.decode().split())
