"""Public records of other databases from a file: shown first, written all or none, the same record never twice."""

from practices.importing.bringing import bring_in
from practices.importing.files import read_records
from practices.importing.mappings import mapping, mappings

__all__ = ["bring_in", "mapping", "mappings", "read_records"]
