"""Two editions line by line."""

import pytest

from wiki.comparing import compare


def told(old, new):
    return [(line.kind, line.text or line.number) for line in compare(old, new)]


def test_changed_line_is_told_before_and_after_with_two_lines_around():
    old, new = "a\nb\nc\nd\ne\nf\ng", "a\nb\nc\nd\nE\nf\ng"
    assert told(old, new) == [
        ("left_out", 2),
        ("kept", "c"),
        ("kept", "d"),
        ("removed", "e"),
        ("added", "E"),
        ("kept", "f"),
        ("kept", "g"),
    ]


def test_nothing_is_told_of_the_same_text():
    assert compare("a\nb", "a\nb") == []


def test_line_added_at_the_end_and_one_removed_at_the_beginning():
    assert told("x\na\nb", "a\nb\ny") == [("removed", "x"), ("kept", "a"), ("kept", "b"), ("added", "y")]


def test_everything_is_new_to_an_empty_text():
    assert told("", "a\nb") == [("added", "a"), ("added", "b")]


@pytest.mark.parametrize("lines", [("a", "b"), ("a", ""), ("", "x"), ("a\nb", "b\na")])
def test_longest_texts_are_compared_without_delay(lines):
    one, other = ("\n".join([line] * 12_000)[:50_000] for line in lines)
    assert compare(one, f"{other}\nend")
