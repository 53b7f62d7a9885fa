from messaging.models.block import Block
from messaging.models.conversation import Conversation
from messaging.models.message import Message
from messaging.models.report import Report

__all__ = ["Block", "Conversation", "Message", "Report"]
