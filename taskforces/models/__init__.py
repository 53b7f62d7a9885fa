from taskforces.models.answer_file import AnswerFile
from taskforces.models.application import Application, Message
from taskforces.models.call import Call
from taskforces.models.consultation import CandidateComment, CandidateSupport, Consultation
from taskforces.models.delivery import OutputDelivery
from taskforces.models.enquiry import Enquiry
from taskforces.models.gap import Gap, GapSupport
from taskforces.models.joining_form import Duty, JoiningForm
from taskforces.models.question import Question
from taskforces.models.register_item import RegisterItem
from taskforces.models.roles import Role
from taskforces.models.seat import Seat
from taskforces.models.stage import Output, Stage
from taskforces.models.stage_record import StageRecord
from taskforces.models.statement import Statement
from taskforces.models.taskforce import TaskForce

__all__ = [
    "AnswerFile",
    "Application",
    "Call",
    "CandidateComment",
    "CandidateSupport",
    "Consultation",
    "Duty",
    "Enquiry",
    "Gap",
    "GapSupport",
    "JoiningForm",
    "Message",
    "Output",
    "OutputDelivery",
    "Question",
    "RegisterItem",
    "Role",
    "Seat",
    "Stage",
    "StageRecord",
    "Statement",
    "TaskForce",
]
