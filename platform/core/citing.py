"""What reference programs read: entries of BibTeX and RIS, in which no words of people open a field or an order."""

import re

from core.admin_export import attachment

# LaTeX takes these for orders.
ORDERS = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        **{sign: f"\\{sign}" for sign in "%&#_$"},
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        # Brackets are counted whatever stands before them.
        "{": "(",
        "}": ")",
    }
)


def one_line(text):
    """Text that begins no new line, and so no new field."""
    return " ".join(re.sub(r"[\x00-\x1f\x7f\u2028\u2029]", " ", str(text)).split())


def escaped(text):
    """Text as LaTeX prints it."""
    return one_line(text).translate(ORDERS)


def in_brackets(address):
    """An address whose own brackets do not close the field."""
    return one_line(address).replace("{", "%7B").replace("}", "%7D")


def names_of(authors):
    """The names in "Diallo, A.; Sarr, F."."""
    return [name.strip() for name in authors.split(";") if name.strip()]


def bibtex_entry(kind, key, *, title, authors="", doi="", url="", language="", note="", **fields):
    """One entry of BibTeX; what is empty is left out. `authors` stand with a semicolon between them."""
    known = {
        "title": f"{{{escaped(title)}}}",
        "author": " and ".join(escaped(name) for name in names_of(authors)),
        **{name: escaped(value) for name, value in fields.items() if value},
        "doi": in_brackets(doi),
        "url": in_brackets(url),
        "langid": language,
        "note": escaped(note),
    }
    lines = [f"  {name} = {{{value}}}," for name, value in known.items() if value]
    return "\n".join([f"@{kind}{{{key},", *lines, "}", ""])


def ris_entry(kind, *, title, authors="", more=()):
    """One entry of RIS; `more` are further (tag, value), of which empty ones are left out."""
    lines = [("TY", kind), ("TI", title), *(("AU", name) for name in names_of(authors)), *more]
    told = [f"{tag}  - {one_line(value)}" for tag, value in lines if value]
    return "\r\n".join([*told, "ER  - ", ""])


def bibtex_file(stem, entries):
    """The response with `entries` as a file."""
    return attachment(f"{stem}.bib", "application/x-bibtex; charset=utf-8", "\n".join(entries))


def ris_file(stem, entries):
    """The response with `entries` as a file."""
    return attachment(f"{stem}.ris", "application/x-research-info-systems; charset=utf-8", "\r\n".join(entries))
