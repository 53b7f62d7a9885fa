"""Passwords: long rather than complicated."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from accounts.second_factor import has_second_factor

LENGTH, LENGTH_WITH_SECOND_FACTOR, LONGEST = 15, 8, 128


class LengthValidator:
    """15 characters or more, 8 with a second factor, 128 at most; any characters, no forced mix."""

    def validate(self, password, user=None):
        least = least_for(user)
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
        return self.help_for(None)

    @staticmethod
    def help_for(user):
        """What to type, said to `user`, who may be nobody yet."""
        if least_for(user) == LENGTH:
            return _("At least 15 characters. A short sentence is easy to remember.")
        return _("At least 8 characters, since you have a second factor. A short sentence is easy to remember.")


def least_for(user):
    """How many characters a password of `user` needs."""
    return LENGTH_WITH_SECOND_FACTOR if user and user.pk and has_second_factor(user) else LENGTH
