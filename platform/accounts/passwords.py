"""Passwords: long rather than complicated."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

LENGTH, LENGTH_WITH_SECOND_FACTOR, LONGEST = 15, 8, 128


class LengthValidator:
    """15 characters or more, 8 with a second factor, 128 at most; any characters, no forced mix."""

    def validate(self, password, user=None):
        least = LENGTH_WITH_SECOND_FACTOR if self._has_second_factor(user) else LENGTH
        if len(password) < least:
            raise ValidationError(
                ngettext(
                    "Use at least %(least)d character. A short sentence is easy to remember.",
                    "Use at least %(least)d characters. A short sentence is easy to remember.",
                    least,
                ),
                params={"least": least},
                code="password_too_short",
            )
        if len(password) > LONGEST:
            raise ValidationError(_("Use at most 128 characters."), code="password_too_long")

    def get_help_text(self):
        return _("At least 15 characters. A short sentence is easy to remember.")

    @staticmethod
    def _has_second_factor(user):
        return bool(user and user.pk and user.authenticator_set.exists())
