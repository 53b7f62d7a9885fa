"""Signals end a start at a good moment, and once."""

import os
import signal

import pytest

from config.interruptions import Interruptions


def interrupt(number=signal.SIGTERM):
    os.kill(os.getpid(), number)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_signal_ends_the_block_silently(number):
    with Interruptions():
        interrupt(number)
        pytest.fail("went on")


def test_signal_waits_while_it_is_held():
    done = []
    with Interruptions() as interruptions:
        with interruptions.held():
            interrupt()
            done.append("this")
        done.append("not this")
    assert done == ["this"]


def test_error_that_a_signal_caused_is_not_shown():
    with Interruptions():
        try:
            interrupt()
        except KeyboardInterrupt:
            raise OSError("another command is already in progress") from None


def test_error_of_its_own_is_shown():
    with pytest.raises(OSError), Interruptions():
        raise OSError


def test_tidying_up_is_not_disturbed():
    tidied = []
    with Interruptions() as interruptions:
        try:
            interrupt()
        finally:
            interruptions.ignore()
            interrupt()
            tidied.append(True)
    assert tidied == [True]


def test_handlers_are_put_back():
    before = signal.getsignal(signal.SIGTERM)
    with Interruptions():
        pass
    assert signal.getsignal(signal.SIGTERM) == before
