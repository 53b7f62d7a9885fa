"""What programs may read. Everybody's data: whoever asks, cookies or not, is told what a visitor is told."""

from api.views.practices import OnePractice, OneVersion, Practices
from api.views.vocabularies import Description, Nothing, Vocabularies

__all__ = ["Description", "Nothing", "OnePractice", "OneVersion", "Practices", "Vocabularies"]
