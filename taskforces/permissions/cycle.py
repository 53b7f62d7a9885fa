"""Rows of the permission matrix about the cycle: the leader attests and moves on, the secretariat makes exceptions."""

import rules

from taskforces.permissions.applications import leads, leads_its_task_force

rules.add_perm("taskforces.attest_outputdelivery", leads)
rules.add_perm("taskforces.take_back_outputdelivery", leads_its_task_force)
rules.add_perm("taskforces.move_on_stagerecord", leads_its_task_force)
