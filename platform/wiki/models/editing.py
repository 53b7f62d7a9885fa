"""Changing a page: each time one more edition, and nobody’s words are lost."""

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.limits import wait_for_turn
from spaces.models import Space
from wiki.markup import references
from wiki.models.limits import require_may_write
from wiki.models.writing import clean, free_address
from wiki.titles import tidy


class Overtaken(ValidationError):
    """Somebody else has saved since the page was opened: nothing was written."""

    def __init__(self):
        super().__init__(_("Somebody else has changed this page since you opened it. Nothing is lost."))


class Editing(models.Model):
    """A page that people change."""

    class Meta:
        abstract = True

    @property
    def can_be_edited(self):
        """Whether it stands. Who edits a protected page is asked of the permission."""
        return self.is_standing

    @transaction.atomic
    def edit(self, text, *, seen, summary="", translated_from=None, by):
        """Keep `text` as the next edition; `seen` is the number of the edition it was made from.

        A translation may say that it is now as edition `translated_from` of its original. Without any change nothing
        happens. Returns the Edition or None; raises Overtaken when the text has changed since, or ValidationError.
        """
        wait_for_turn(by)
        self._lock_to_edit(by)
        text, before = clean(text), self.translated_from
        if translated_from is not None:
            self.catch_up_with(translated_from)
        if text == self.text and self.translated_from == before:
            self._forget_draft(by)
            return None
        if text != self.text and not self._says_the_same_as(seen):
            raise Overtaken
        self.text = text
        return self._put(summary=summary, by=by, verb="edited")

    @transaction.atomic
    def restore(self, number, *, by):
        """Say again what edition `number` said, as a new edition. Returns it, or raises ValidationError."""
        wait_for_turn(by)
        self._lock_to_edit(by)
        old = self.editions.filter(number=number).first()
        if old is None:
            raise ValidationError(_("There is no such edition of this page."))
        if old.text == self.text:
            raise ValidationError(_("The page says exactly this already."))
        self.text = old.text
        if self.is_translation:
            self.translated_from = old.translated_from
        return self._put(restored_from=old.number, by=by, verb="restored")

    @transaction.atomic
    def rename(self, title, *, by):
        """Give it another title; what leads to its old address leads here. Raises ValidationError."""
        wait_for_turn(by)
        # As whoever writes a new page does: first the space, then the page.
        Space.objects.select_for_update(no_key=True).get(pk=self.space_id)
        self._lock_to_edit(by)
        title, before = tidy(title), self.slug
        if title == self.title:
            return
        slug = free_address(self.space, title, besides=self)
        self.rename_to(title, slug)
        if slug != before:
            self.old_addresses.filter(slug=slug).delete()
            self.old_addresses.create(space_id=self.space_id, slug=before)
        self._put(by=by, verb="renamed")

    def _lock_to_edit(self, by):
        self._lock()
        if not self.can_be_edited:
            raise ValidationError(_("This page has been removed: nobody edits it any more."))
        if not by.has_perm("wiki.edit_page", self):
            raise ValidationError(_("This page has been protected: only moderators edit it now."))
        require_may_write(by)

    def _says_the_same_as(self, number):
        """Whether its text is still that of edition `number`: it may have been renamed meanwhile, or changed back."""
        return number == self.number or self.editions.filter(number=number, text=self.text).exists()

    def _put(self, *, verb, by, **edition):
        """Store the page as its next edition, and record it."""
        self.number += 1
        self.changed_at = timezone.now()
        self.full_clean(exclude=["space", "translation_of"], validate_constraints=False)
        names = ["title", "plain_title", "slug", "text", "number", "changed_at", "translated_from"]
        self.save(update_fields=names)
        written = self._add_edition(by=by, **edition)
        self.record(verb, by=by, number=self.number)
        return written

    def _add_edition(self, *, by, summary="", restored_from=None):
        """What it says now becomes an edition; its links are known, and the draft of whoever wrote it is gone."""
        from wiki.models import Link

        edition = self.editions.model(
            page=self,
            number=self.number,
            title=self.title,
            text=self.text,
            translated_from=self.translated_from,
            summary=tidy(summary),
            restored_from=restored_from,
            author=by,
            written_at=self.changed_at,
        )
        edition.full_clean(exclude=["page", "author"], validate_constraints=False)
        edition.save()
        self.links.all().delete()
        found = references(self.text).values()
        Link.objects.bulk_create([Link(page=self, slug=one.slug, title=one.title) for one in found])
        self._forget_draft(by)
        self._keep_in_touch(by)
        return edition

    def _forget_draft(self, by):
        from wiki.models import Draft

        Draft.objects.of(by, self.space, page=self).delete()
