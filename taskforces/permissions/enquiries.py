"""Rows of the permission matrix about questions from outside."""

import rules

from taskforces.permissions.applications import answers, answers_for_its_task_force

rules.add_perm("taskforces.view_enquiries_taskforce", answers)
rules.add_perm("taskforces.answer_enquiry", answers_for_its_task_force)
rules.add_perm("taskforces.set_aside_enquiry", answers_for_its_task_force)
