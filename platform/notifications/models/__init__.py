from notifications.models.digest import Digest
from notifications.models.mail import Mail
from notifications.models.notice import Notice
from notifications.models.setting import NoticeSetting, RoomChoice

__all__ = ["Digest", "Mail", "Notice", "NoticeSetting", "RoomChoice"]
