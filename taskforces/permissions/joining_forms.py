"""Rows of the permission matrix about joining forms: the leader edits that of her task force, the secretariat all."""

import rules

from taskforces.permissions.applications import leads_its_task_force

# The default form belongs to no task force; an unsaved form stands for those to come.
rules.add_perm("taskforces.edit_joiningform", leads_its_task_force)
