"""Writing a page that is not there yet."""

import uuid

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from accounts.limits import wait_for_turn
from spaces.models import Space
from wiki.models.limits import LONGEST_TEXT, require_may_write
from wiki.titles import address_of, tidy


class Writing(models.QuerySet):
    """The verb that makes pages."""

    @transaction.atomic
    def write(
        self,
        space,
        *,
        title,
        text,
        language,
        summary="",
        original=None,
        translated_from=None,
        key=None,
        origin=None,
        by,
    ):
        """`by` writes a new page in `space`, or a translation of `original` as it stood in edition `translated_from`.

        It may come of a discussion, its `origin`. A form sent twice, known by its `key`, gives the page it made.
        Raises ValidationError when she does not write there, when there is a page of this title or a translation into
        this language, or when something is missing.
        """
        from wiki.models import Draft

        wait_for_turn(by)
        if made := self.filter(key=key, space=space, editions__author=by).first():
            return made
        if not by.has_perm("spaces.post_space", space):
            raise ValidationError(_("Only those who write in this room write pages here."))
        require_may_write(by)
        title = tidy(title)
        # Two people who write a page of one title wait for each other here.
        Space.objects.select_for_update(no_key=True).get(pk=space.pk)
        if key is None or self.filter(key=key).exists():
            key = uuid.uuid4()  # a key somebody else used is no key
        page = self.model(space=space, language=language, key=key, text=clean(text))
        page.rename_to(title, free_address(space, title))
        if original:
            page.translate_from(original, translated_from)
        page.full_clean(exclude=["space", "translation_of"], validate_constraints=False)
        page.save()
        page._add_edition(summary=summary, by=by)
        page.record("written", by=by, space=space.pk)
        if origin:
            # Her draft of another page stays: this one began with the words of the discussion.
            origin.become(page, by=by)
        else:
            Draft.objects.of(by, space, original=original, into=language).delete()
        return page


def clean(text):
    """A text as it is kept: one kind of line ends, nothing empty around it. Raises ValidationError when too long."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").strip()
    if len(text) > LONGEST_TEXT:
        raise ValidationError({"text": _("This text is too long for one page. Make two of it.")})
    return text


def free_address(space, title, *, besides=None):
    """The address of `title` in `space`. Raises ValidationError beside the title when it is taken, or none at all."""
    from wiki.models import OldAddress, Page

    slug = address_of(title)
    if not slug:
        raise ValidationError({"title": _("Give the page a title with some letters from A to Z, or a number.")})
    own = besides.pk if besides else None
    if other := Page.objects.filter(space=space, slug=slug).exclude(pk=own).first():
        if other.is_standing:
            raise ValidationError(
                {"title": _("There is a page of this title already. Edit that one, or choose another title.")}
            )
        raise ValidationError(
            {"title": _("A page of this title has been removed. Choose another title, or ask a moderator.")}
        )
    if old := OldAddress.objects.filter(space=space, slug=slug).exclude(page=own).select_related("page").first():
        raise ValidationError(
            {
                "title": ValidationError(
                    _("The page “%(title)s” had this title before: its old links lead there. Choose another title."),
                    params={"title": old.page.title},
                )
            }
        )
    return slug
