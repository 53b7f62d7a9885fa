"""Signing in and the own account."""

from tests.security.access.row import (
    AGAIN,
    FOR_VISITORS,
    LOGIN,
    NO,
    PUBLIC,
    SIGNED_IN,
    Row,
    everybody,
    people,
)
from tests.security.stage import (
    VISITOR,
)

HOME = everybody(302)  # nothing to do here without what comes before

ROWS = [
    Row("en/account/profile/", get=SIGNED_IN, post=SIGNED_IN),
    Row("en/account/data/", get=SIGNED_IN, post=SIGNED_IN),
    Row("en/account/erase/", get=SIGNED_IN, post=people(302), data=lambda stage: {"confirm": "on"}),
    Row("en/account/login/", get=FOR_VISITORS, post=FOR_VISITORS),
    Row("en/account/logout/", get=people(200, (VISITOR, 302)), post=everybody(302)),
    Row("en/account/inactive/", get=PUBLIC, post=NO),
    Row("en/account/signup/", get=FOR_VISITORS, post=FOR_VISITORS),
    Row("en/account/reauthenticate/", get=SIGNED_IN, post=SIGNED_IN),
    Row("en/account/email/", get=SIGNED_IN, post=people(302)),
    Row("en/account/confirm-email/", get=people(302), post=people(302)),
    Row("en/account/password/change/", get=SIGNED_IN, post=SIGNED_IN),
    Row("en/account/password/set/", get=people(302), post=people(302)),
    Row("en/account/password/reset/", get=PUBLIC, post=PUBLIC),
    Row("en/account/password/reset/confirm/", get=everybody(LOGIN), post=everybody(LOGIN)),
    Row("en/account/password/reset/complete/", get=HOME, post=HOME),
    Row("en/account/password/reset/done/", get=PUBLIC, post=NO),
    Row("en/account/login/code/", get=FOR_VISITORS, post=FOR_VISITORS),
    Row("en/account/login/code/confirm/", get=people(302), post=people(302)),
    Row("en/account/2fa/", get=SIGNED_IN, post=people(405)),
    Row("en/account/2fa/authenticate/", get=people(302), post=people(302)),
    Row("en/account/2fa/reauthenticate/", get=people(AGAIN), post=people(AGAIN)),
    Row("en/account/2fa/totp/activate/", get=SIGNED_IN, post=SIGNED_IN),
    Row("en/account/2fa/totp/deactivate/", get=people(404), post=people(404)),
    Row("en/account/2fa/recovery-codes/", get=people(404), post=people(405)),
    Row("en/account/2fa/recovery-codes/generate/", get=SIGNED_IN, post=SIGNED_IN),
    Row("en/account/2fa/recovery-codes/download/", get=people(404), post=people(404)),
    Row("en/account/2fa/webauthn/", get=SIGNED_IN, post=people(405)),
    Row("en/account/2fa/webauthn/add/", get=SIGNED_IN, post=SIGNED_IN),
    Row("en/account/2fa/webauthn/reauthenticate/", get=people(AGAIN), post=people(AGAIN)),
    Row("en/account/2fa/webauthn/keys/<int:pk>/remove/", get=people(404), post=people(404), at=lambda stage: {"pk": 1}),
    Row("en/account/2fa/webauthn/keys/<int:pk>/edit/", get=people(404), post=people(404), at=lambda stage: {"pk": 1}),
    Row("en/account/2fa/webauthn/login/", get=people(302), post=people(302)),
    Row("en/account/sessions/", get=SIGNED_IN, post=people(302)),
]
