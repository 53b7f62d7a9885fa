"""Support and discussion of an idea."""

import uuid

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from accounts.limits import wait_for_turn
from projects.models.limits import require_may_comment


class Discussing(models.Model):
    """An idea that people support and talk about."""

    class Meta:
        abstract = True

    @property
    def can_be_discussed(self):
        """Whether one can support it and write about it."""
        return self.is_live

    @transaction.atomic
    def support(self, *, by):
        """`by` says "I support it". Said twice, nothing happens the second time."""
        self._lock_discussed()
        _support, is_new = self.supports.get_or_create(person=by)
        if is_new:
            self.record("supported", by=by)

    @transaction.atomic
    def stop_supporting(self, *, by):
        """`by` takes her support back, whatever became of the idea. Without any, nothing happens."""
        self._lock()
        number, _rows = self.supports.filter(person=by).delete()
        if number:
            self.record("no_longer_supported", by=by)

    @transaction.atomic
    def comment(self, text, *, language, parent=None, key=None, by):
        """`by` writes about the idea, perhaps in answer to the comment `parent`. Returns the Comment.

        A form sent twice, known by its `key`, writes once. Raises ValidationError when the idea is closed, when the
        comment answers an answer, or when she has written enough today.
        """
        from projects.models import Comment

        wait_for_turn(by)
        self._lock_discussed()
        if written := Comment.objects.filter(key=key, author=by).first():
            return written
        require_may_comment(by)
        if key is None or Comment.objects.filter(key=key).exists():
            key = uuid.uuid4()
        comment = Comment(idea=self, author=by, parent=parent, text=text.strip(), language=language, key=key)
        comment.full_clean(exclude=["idea", "author", "parent"])
        comment.require_fits()
        comment.save()
        comment.record("written", by=by)
        return comment

    def _lock_discussed(self):
        self._lock()
        if not self.can_be_discussed:
            raise ValidationError(_("This idea is closed: nobody supports or discusses it any more."))
