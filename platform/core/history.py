"""Before and after of every change, kept by database triggers that also catch imports, update() and the shell."""

import pghistory


def keep_history(model, **options):
    """Track `model` in a table of events. Call it in translation.py, after the language columns exist."""
    return pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent(), **options)(model)
