"""How allauth behaves in this house."""

import base64
import functools
import hashlib
import time
from io import BytesIO

import qrcode
import structlog
from allauth.account import app_settings
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import get_authentication_records
from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.fernet import Fernet
from django.conf import settings
from django.contrib import messages
from django.core.mail import EmailMultiAlternatives
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext_lazy as _
from qrcode.image.svg import SvgPathFillImage

from accounts.guessing import is_slowed_down, warn_owner_of
from accounts.models import User
from core.addresses import whole
from core.letters import Letter

log = structlog.get_logger(__name__)


class AccountAdapter(DefaultAccountAdapter):
    """Mails in the reader's language and with the configured address; the new person's own choices kept."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "account_inactive": _("This account is closed."),
        "duplicate_email": _("This is already the address of your account."),
        "email_password_mismatch": _("The address or the password is not right. Please try again."),
        "email_taken": _("This address belongs to another account."),
        "enter_current_password": _("This is not your current password."),
        "incorrect_code": _("This code is not right. Look at the newest mail and try again."),
        "incorrect_password": _("This is not your password."),
        "too_many_login_attempts": _(
            "There were too many wrong tries. Wait five minutes, or have a code mailed to you."
        ),
        "rate_limited": _("That was too quick. Wait a moment and try again."),
    }

    def save_user(self, request, user, form, commit=True):
        user = super().save_user(request, user, form, commit=False)
        user.name = form.cleaned_data["name"]
        user.language = translation.get_language() or settings.LANGUAGE_CODE
        if commit:
            user.save()
        return user

    def get_login_redirect_url(self, request):
        """Where she did not come from any page: to her duties, in her language."""
        with translation.override(request.user.language):
            return reverse(settings.LOGIN_REDIRECT_URL)

    def send_mail(self, template_prefix, email, context):
        """A relay that is away breaks no page: the person reads so and can ask for the mail again."""
        message = self.render_mail(template_prefix, email, context)
        try:
            message.send()
        except Exception as error:  # whatever the relay or its library may raise
            log.warning("account_mail_not_sent", template=template_prefix, error=type(error).__name__)
            messages.error(self.request, _("The mail could not be sent. Please try again in some minutes."))

    def render_mail(self, template_prefix, email, context, headers=None):
        """The mail of templates/<prefix>.html, to whoever has the address in that person's language."""
        person = User.objects.filter(emailaddress__email__iexact=email).first() or self.request.user
        # An address nobody has is written to in the language of the page.
        with translation.override(getattr(person, "language", None) or translation.get_language()):
            letter = Letter(f"{template_prefix}.html", context | {"email": email} | addresses())
            message = EmailMultiAlternatives(
                subject=letter.title,
                body=letter.text,
                to=[email],
                headers={"Auto-Submitted": "auto-generated"} | (headers or {}),
            )
            message.attach_alternative(letter.html, "text/html")
        return message

    def is_reauthentication_required(self, *, app, **kwargs):
        """Asked again after 15 minutes: whoever has just signed in by password or second factor is not."""
        since = time.time() - app_settings.REAUTHENTICATION_TIMEOUT
        records = get_authentication_records(self.request, self.request.user)
        if any(record["method"] in ("password", "mfa") and record["at"] > since for record in records):
            return False
        return super().is_reauthentication_required(app=app, **kwargs)

    def authentication_failed(self, request, **credentials):
        """Five wrong passwords slow the address down, known or not; the owner of a known one is told."""
        key = self._get_login_attempts_cache_key(request, **credentials)
        if is_slowed_down(request, key):
            warn_owner_of(credentials.get("email", ""))


def addresses():
    """The pages that mails name, on the configured site whatever a request says, in the active language."""
    names = {
        "sign_in_url": "account_login",
        "sign_up_url": "account_signup",
        "reset_url": "account_reset_password",
        "security_url": "mfa_index",
    }
    return {key: whole(reverse(name)) for key, name in names.items()}


class SecondFactorAdapter(DefaultMFAAdapter):
    """Secrets of the second factor are encrypted with the site's key."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": _("This code is not right. Take the newest one of your app and try again."),
        "unverified_email": _("Confirm your e-mail address first."),
    }

    def encrypt(self, text):
        return _cipher(settings.SECRET_KEY).encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text):
        return _cipher(settings.SECRET_KEY).decrypt(encrypted_text.encode()).decode()

    def build_totp_svg(self, url):
        """The pattern on a white ground: scanners need it in dark pages too."""
        picture = BytesIO()
        qrcode.make(url, image_factory=SvgPathFillImage).save(picture)
        return picture.getvalue().decode()

    def get_public_key_credential_rp_entity(self):
        return super().get_public_key_credential_rp_entity() | {"name": settings.SITE_NAME}


@functools.lru_cache(maxsize=2)
def _cipher(secret):
    """The cipher of a site's secret: deriving its key takes a while on purpose."""
    key = hashlib.scrypt(secret.encode(), salt=b"second factor", n=2**12, r=8, p=1, dklen=32)
    return Fernet(base64.urlsafe_b64encode(key))
