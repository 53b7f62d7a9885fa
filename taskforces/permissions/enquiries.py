"""Rows of the permission matrix about questions from outside."""

import rules

from taskforces.permissions.applications import leads, leads_its_task_force

rules.add_perm("taskforces.view_enquiries_taskforce", leads)
rules.add_perm("taskforces.answer_enquiry", leads_its_task_force)
rules.add_perm("taskforces.set_aside_enquiry", leads_its_task_force)
