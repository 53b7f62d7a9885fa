"""What a refused verb says, where the person who typed reads it."""


def add_errors(form, error):
    """Put the sentences of a refused verb beside the fields they are about, the others above the form."""
    for field, sentences in (error.message_dict if hasattr(error, "error_dict") else {None: error.messages}).items():
        form.add_error(field if field in form.fields else None, sentences)
