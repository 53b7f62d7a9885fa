from notifications.models.digest import Digest
from notifications.models.mail import Mail
from notifications.models.notice import Notice
from notifications.models.setting import NoticeSetting

__all__ = ["Digest", "Mail", "Notice", "NoticeSetting"]
