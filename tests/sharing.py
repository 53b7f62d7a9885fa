"""How processes share the tests: file by file, so that what a file needs (a stage, a demo) is built once.

pytest-xdist's own `loadgroup` would do, but pytest 9 no longer reads the names it gives.
"""

from itertools import groupby

from xdist.scheduler import LoadScopeScheduling


class FileScheduling(LoadScopeScheduling):
    """Hands out runs of tests of one file. pytest-django has put those that empty the database behind those that do
    not: a file with both kinds makes two runs."""

    scopes = None

    def _split_scope(self, nodeid):
        if self.scopes is None:
            self.scopes = dict(numbered(self.collection))
        return self.scopes[nodeid]


def numbered(collection):
    """Pairs of a test and the run of its file that it stands in."""
    runs = groupby(collection, key=lambda nodeid: nodeid.split("::")[0])
    for number, (file, nodeids) in enumerate(runs):
        for nodeid in nodeids:
            yield nodeid, f"{file} {number}"
