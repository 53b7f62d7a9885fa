"""Ctrl-C, SIGTERM and a closed terminal, made one thing that arrives at a good moment."""

import contextlib
import signal

SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class Interruptions:
    """Inside `with Interruptions() as interruptions`, each of the signals ends the block by KeyboardInterrupt.

    A shell starts background jobs with SIGINT ignored, and a signal between the birth of a process and the moment
    it is known would leave an orphan: therefore handlers of our own, and `held()`.
    """

    def __init__(self):
        self.holding = self.ignoring = False
        self.arrived = False

    def __enter__(self):
        self.before = {number: signal.getsignal(number) for number in SIGNALS}
        for number in SIGNALS:
            if number != signal.SIGHUP or self.before[number] != signal.SIG_IGN:  # nohup means it
                signal.signal(number, self.arrive)
        return self

    def __exit__(self, *error):
        """Swallow what a signal caused: within a query, KeyboardInterrupt turns into an error of the database."""
        for number, handler in self.before.items():
            signal.signal(number, handler)
        return self.arrived

    def arrive(self, number, frame):
        if not self.ignoring:
            self.arrived = True
            if not self.holding:
                raise KeyboardInterrupt

    @contextlib.contextmanager
    def held(self):
        """Keep a signal until the block is done."""
        self.holding = True
        try:
            yield
        finally:
            self.holding = False
        if self.arrived:
            raise KeyboardInterrupt

    def ignore(self):
        """From now on nothing shall disturb the tidying up."""
        self.ignoring = True
