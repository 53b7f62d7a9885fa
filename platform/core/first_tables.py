"""Making the first tables of an app in one go."""

from django.db.migrations import CreateModel
from django.db.migrations.operations.base import Operation
from pgtrigger.migrations import AddTrigger


class FirstTables(Operation):
    """The operations of an app's first migrations, for which Django draws its models once instead of once for each.

    Seventy related models with their histories, drawn anew for 750 operations, took most of a minute. Here the state
    of all operations is taken first. A table made here is made as it is in the end, with its fields, indexes and
    constraints; what is added to a table of an earlier migration, and triggers, follow in their order.
    """

    def __init__(self, operations):
        self.operations = operations
        self.made = {operation.name_lower for operation in operations if isinstance(operation, CreateModel)}

    def deconstruct(self):
        return self.__class__.__qualname__, [self.operations], {}

    def describe(self):
        return "First tables and what belongs to them"

    def state_forwards(self, app_label, state):
        # Models drawn before would be drawn anew at every step; without them the next reader draws all once.
        state.__dict__.pop("apps", None)
        for operation in self.operations:
            operation.state_forwards(app_label, state)

    def database_forwards(self, app_label, schema_editor, from_state, to_state):
        for operation in self.operations:
            if self._is_done_apart(operation) or isinstance(operation, CreateModel | AddTrigger):
                operation.database_forwards(app_label, schema_editor, to_state, to_state)

    def database_backwards(self, app_label, schema_editor, from_state, to_state):
        for operation in reversed(self.operations):
            if self._is_done_apart(operation) or isinstance(operation, CreateModel):
                operation.database_backwards(app_label, schema_editor, from_state, to_state)

    def _is_done_apart(self, operation):
        """Whether it changes a table that an earlier migration has made."""
        return not isinstance(operation, CreateModel) and operation.model_name.lower() not in self.made
