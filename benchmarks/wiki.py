"""A wiki that has been written at for years: 2,000 pages in the room of A2, one of them in 200 editions."""

from datetime import timedelta


def fill_wiki(pages=2000, editions=200):
    """Add them to the demo, in bulk: what is measured is reading."""
    from django.utils import timezone

    from accounts.models import User
    from wiki.models import Edition, Link, Page

    author, oldest = User.objects.get(email="amina@demo.example"), Page.objects.order_by("pk")[0]
    languages, now = ("en", "fr", "es"), timezone.now()
    new = []
    for number in range(pages):
        page = Page(space_id=oldest.space_id, language=languages[number % 3], text=text_of(number))
        page.rename_to(f"Plot {number} of the network", f"plot-{number}-of-the-network")
        page.changed_at = now - timedelta(hours=number)
        new.append(page)
    Page.objects.bulk_create(new, batch_size=500)
    Edition.objects.bulk_create([edition_of(page, 1, author) for page in new], batch_size=500)
    Link.objects.bulk_create([Link(page=page, slug=oldest.slug, title=oldest.title) for page in new], batch_size=500)
    first = oldest.number + 1
    oldest.number += editions
    Edition.objects.bulk_create(edition_of(oldest, number, author) for number in range(first, oldest.number + 1))
    oldest.save(update_fields=["number"])


def text_of(number):
    """Some 3,000 letters, not the same on any two pages."""
    parts = (
        f"= Part {part}\nPlot {number}, layer {part}: {number * part} kg. {'Clay, silt. ' * 18}" for part in range(12)
    )
    return "\n".join(parts)


def edition_of(page, number, author):
    from wiki.models import Edition

    words = {"title": page.title, "text": f"{page.text}\n{number}", "summary": "Measured again"}
    return Edition(page=page, number=number, author=author, **words)
