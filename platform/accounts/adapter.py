"""How allauth behaves in this house."""

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.conf import settings
from django.utils import translation


class AccountAdapter(DefaultAccountAdapter):
    """Mails in the reader's language and with the configured address; the new person's own choices kept."""

    def save_user(self, request, user, form, commit=True):
        user = super().save_user(request, user, form, commit=False)
        user.name = form.cleaned_data["name"]
        user.language = translation.get_language() or settings.LANGUAGE_CODE
        if commit:
            user.save()
        return user

    def render_mail(self, template_prefix, email, context, headers=None):
        user = context.get("user")
        language = user.language if getattr(user, "language", None) else translation.get_language()
        with translation.override(language):
            context = context | {
                "site_name": settings.SITE_NAME,
                "site_url": settings.SITE_URL,
                "language": language,
            }
            return super().render_mail(template_prefix, email, context, headers)

    def get_client_ip(self, request):
        """The address behind the proxies we run, never what a client claims."""
        forwarded = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")
        count = settings.ALLAUTH_TRUSTED_PROXY_COUNT
        if count and len(forwarded) >= count:
            return forwarded[-count].strip()
        return request.META["REMOTE_ADDR"]


class SecondFactorAdapter(DefaultMFAAdapter):
    """Secrets of the second factor are encrypted with the site's key."""

    def encrypt(self, text):
        return _cipher().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text):
        return _cipher().decrypt(encrypted_text.encode()).decode()


def _cipher():
    import base64
    import hashlib

    from cryptography.fernet import Fernet

    key = hashlib.scrypt(settings.SECRET_KEY.encode(), salt=b"second factor", n=2**12, r=8, p=1, dklen=32)
    return Fernet(base64.urlsafe_b64encode(key))
