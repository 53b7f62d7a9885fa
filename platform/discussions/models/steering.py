"""What happens to a thread as a whole: closed with a conclusion, pinned, moved, split."""

import uuid

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from spaces.models import Space


class Steering(models.Model):
    """A thread that is looked after."""

    class Meta:
        abstract = True

    @property
    def is_open(self):
        """Whether one can write in it."""
        return self.closed_at is None

    @transaction.atomic
    def close(self, conclusion, *, by):
        """Nobody writes any more; what came of it stands above the posts."""
        if not conclusion.strip():
            raise ValidationError({"conclusion": _("Say what came of the discussion: everybody reads it.")})
        self._lock()
        if not self.is_open:
            raise ValidationError(_("This discussion is closed already."))
        self.closed_at, self.closed_by, self.conclusion = timezone.now(), by, conclusion.strip()
        self._judge()
        self.save(update_fields=["closed_at", "closed_by", "conclusion"])
        self.record("closed", by=by)

    @transaction.atomic
    def reopen(self, *, by):
        """It goes on. The conclusion is no longer one."""
        self._lock()
        if self.is_open:
            raise ValidationError(_("This discussion is open."))
        self.closed_at, self.closed_by, self.conclusion = None, None, ""
        self.save(update_fields=["closed_at", "closed_by", "conclusion"])
        self.record("reopened", by=by)

    @transaction.atomic
    def pin(self, *, by):
        """It stands first in the list. Pinned twice, nothing happens the second time."""
        self._set_pinned(is_pinned=True, verb="pinned", by=by)

    @transaction.atomic
    def unpin(self, *, by):
        """It takes its place by its last post again."""
        self._set_pinned(is_pinned=False, verb="unpinned", by=by)

    def _set_pinned(self, *, is_pinned, verb, by):
        self._lock()
        if self.is_pinned != is_pinned:
            self.is_pinned = is_pinned
            self.save(update_fields=["is_pinned"])
            self.record(verb, by=by)

    @transaction.atomic
    def move(self, space, *, by):
        """It lies in `space` from now on, and is seen by those who are let in there.

        Raises ValidationError when `by` moderates not both of them.
        """
        self._lock()
        before = Space.objects.get(pk=self.space_id)
        if not all(by.has_perm("spaces.moderate_space", each) for each in (before, space)):
            raise ValidationError({"space": _("Only somebody who moderates both rooms moves a discussion.")})
        if before == space:
            raise ValidationError({"space": _("It lies in this room already.")})
        self.space, self.is_pinned = space, False
        self.save(update_fields=["space", "is_pinned"])
        self.record("moved", by=by, before=before.pk, after=space.pk)

    @transaction.atomic
    def split(self, first, title, *, by):
        """The posts from `first` on become a thread of their own, called `title`. Returns it.

        Raises ValidationError when `first` is the first post of this thread or no longer in it.
        """
        self._lock()
        leaving = self.posts.filter(pk__gte=first.pk)
        if not leaving.filter(pk=first.pk).exists() or not self.posts.filter(pk__lt=first.pk).exists():
            raise ValidationError(_("Choose a post of this discussion other than the first one."))
        begun = leaving.select_related("author").order_by("pk").first()
        apart = type(self)(
            space_id=self.space_id,
            kind=self.kind,
            title=title.strip(),
            language=begun.language,
            starter=begun.author,
            split_from=self,
            created_at=begun.created_at,
            key=uuid.uuid4(),
        )
        apart._judge()
        apart.save()
        apart.themes.set(self.themes.all())
        leaving.update(thread=apart)
        for person_id in set(apart.posts.values_list("author_id", flat=True)):
            apart._keep_in_touch(person_id)
        self._count()
        apart._count()
        apart.record("split_off", by=by, thread=self.pk)
        return apart

    def _count(self):
        """How many posts stand, and when the last of them was written: asked anew, under the lock of the thread."""
        found = self.posts.filter(hidden_at=None).aggregate(number=models.Count("pk"), last=models.Max("created_at"))
        self.number_of_posts, self.last_post_at = found["number"], found["last"] or self.created_at
        self.save(update_fields=["number_of_posts", "last_post_at"])
