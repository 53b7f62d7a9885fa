"""Two texts line by line: what stayed, what came, what went."""

from dataclasses import dataclass
from difflib import SequenceMatcher

# Lines that stay around each change.
AROUND = 2
# Longer texts are not compared line by line: it would take seconds.
MOST_LINES = 3000


@dataclass(frozen=True)
class Line:
    """One line of a comparison: it is "kept", "added" or "removed"; or "left_out", for `number` lines that stay."""

    kind: str
    text: str = ""
    number: int = 0


def compare(old, new):
    """[Line] from the text `old` to the text `new`; what stays is told only around what changes."""
    before, after = old.splitlines(), new.splitlines()
    found = []
    for same, first, second in stretches(before, after):
        if same:
            found.extend(("kept", line) for line in first)
        else:
            found.extend(("removed", line) for line in first if line.strip() or not second)
            found.extend(("added", line) for line in second if line.strip() or not first)
    return folded(found)


def stretches(before, after):
    """(whether they are the same, lines of `before`, lines of `after`) from the beginning to the end."""
    head = 0
    while head < min(len(before), len(after)) and before[head] == after[head]:
        head += 1
    tail = 0
    while tail < min(len(before), len(after)) - head and before[-1 - tail] == after[-1 - tail]:
        tail += 1
    first, second = before[head : len(before) - tail], after[head : len(after) - tail]
    yield True, before[:head], after[:head]
    if len(first) + len(second) > MOST_LINES:
        yield False, first, second
    else:
        for kind, *ends in SequenceMatcher(None, first, second).get_opcodes():
            yield kind == "equal", first[ends[0] : ends[1]], second[ends[2] : ends[3]]
    yield True, before[len(before) - tail :], after[len(after) - tail :]


def folded(found):
    """The Lines of [(kind, text)], those that stay far from any change as one."""
    near = set()
    for place, (kind, _text) in enumerate(found):
        if kind != "kept":
            near.update(range(place - AROUND, place + AROUND + 1))
    lines, left_out = [], 0
    for place, (kind, text) in enumerate(found):
        if place in near:
            if left_out:
                lines.append(Line("left_out", number=left_out))
                left_out = 0
            lines.append(Line(kind, text))
        else:
            left_out += 1
    if left_out and lines:
        lines.append(Line("left_out", number=left_out))
    return lines
