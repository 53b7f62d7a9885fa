from taskforces.models.application import Application, Message
from taskforces.models.joining_form import Duty, JoiningForm, Question
from taskforces.models.roles import Role
from taskforces.models.seat import Seat
from taskforces.models.taskforce import TaskForce

__all__ = ["Application", "Duty", "JoiningForm", "Message", "Question", "Role", "Seat", "TaskForce"]
