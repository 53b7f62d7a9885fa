"""allauth's forms in our words: labels instead of placeholders, one sentence of help where it is needed."""

from allauth.account import forms as account
from allauth.mfa.base import forms as mfa
from allauth.mfa.totp import forms as totp
from allauth.mfa.webauthn import forms as webauthn
from django.contrib.auth.hashers import make_password
from django.core.validators import MaxLengthValidator
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from accounts.passwords import LengthValidator

LONGEST_ADDRESS = User._meta.get_field("email").max_length
MAILED_CODE = _("Eight letters, from the mail we sent you. You may paste them.")
APP_CODE = _("Six digits from your app, or one of your recovery codes.")


class InOurWords:
    """A form whose fields say what `labels` and `helps` say."""

    labels = {
        "login": _("E-mail address"),
        "email": _("E-mail address"),
        "password": _("Password"),
        "oldpassword": _("Current password"),
        "password1": _("New password"),
        "password2": _("The new password again"),
        "code": _("Code"),
        "name": _("Name of this key"),
        "passwordless": _("Sign in with this key alone, without a password"),
    }
    helps = {}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.widget.attrs.pop("placeholder", None)
            field.label = self.labels.get(name, field.label)
            field.help_text = self.helps.get(name, "")
        if "email" in self.fields:
            # allauth would cut a longer one to what the column holds: it would be another address.
            self.fields["email"].validators.append(MaxLengthValidator(LONGEST_ADDRESS))
            self.fields["email"].widget.attrs["maxlength"] = LONGEST_ADDRESS
        if "password1" in self.fields:
            self.fields["password1"].help_text = LengthValidator.help_for(getattr(self, "user", None))


class SignupForm(InOurWords, account.SignupForm):
    """Address, password and name. Whether the address has an account shows neither in the answer nor in its time."""

    labels = InOurWords.labels | {"name": _("Your name"), "password1": _("Password")}
    helps = {
        "name": _("As you want others to read it."),
        "email": _("We send a code there to confirm it. You sign in with it, and our mails reach you there."),
    }

    def try_save(self, request):
        # A new account hashes its password: an address that has one takes as long.
        if self.account_already_exists:
            make_password(self.cleaned_data["password1"])
        return super().try_save(request)


class LoginForm(InOurWords, account.LoginForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["login"].widget.attrs["autocomplete"] = "username"


class RequestLoginCodeForm(InOurWords, account.RequestLoginCodeForm):
    pass


class ConfirmLoginCodeForm(InOurWords, account.ConfirmLoginCodeForm):
    helps = {"code": MAILED_CODE}


class ConfirmEmailVerificationCodeForm(InOurWords, account.ConfirmEmailVerificationCodeForm):
    helps = {"code": MAILED_CODE}


class ConfirmPasswordResetCodeForm(InOurWords, account.ConfirmPasswordResetCodeForm):
    helps = {"code": MAILED_CODE}


class ResetPasswordForm(InOurWords, account.ResetPasswordForm):
    pass


class ResetPasswordKeyForm(InOurWords, account.ResetPasswordKeyForm):
    pass


class ChangePasswordForm(InOurWords, account.ChangePasswordForm):
    pass


class SetPasswordForm(InOurWords, account.SetPasswordForm):
    pass


class ReauthenticateForm(InOurWords, account.ReauthenticateForm):
    pass


class AddEmailForm(InOurWords, account.AddEmailForm):
    labels = InOurWords.labels | {"email": _("New e-mail address")}
    helps = {"email": _("We send a code there. Until you enter it, the old address stays.")}


class SecondFactorForm(InOurWords, mfa.AuthenticateForm):
    helps = {"code": APP_CODE}


class SecondFactorAgainForm(InOurWords, mfa.ReauthenticateForm):
    helps = {"code": APP_CODE}


class ActivateAppForm(InOurWords, totp.ActivateTOTPForm):
    helps = {"code": _("Six digits that your app shows now.")}


class AddKeyForm(InOurWords, webauthn.AddWebAuthnForm):
    helps = {"name": _("So that you can tell your keys apart, for example “My phone”.")}


class EditKeyForm(InOurWords, webauthn.EditWebAuthnForm):
    pass
