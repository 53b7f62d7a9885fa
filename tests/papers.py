"""Small files as people upload them: a document, pictures of every kind, and things that only pretend."""

import io

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

PDF = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\n"
    b"trailer<</Size 4/Root 1 0 R>>\nstartxref\n9\n%%EOF\n"
)


def picture(kind="PNG", size=(40, 30), mode="RGB", **options):
    """The bytes of a plain picture."""
    out = io.BytesIO()
    Image.new(mode, size, options.pop("colour", 0)).save(out, kind, **options)
    return out.getvalue()


def upload(content=PDF, name="declaration.pdf"):
    """A file as a browser sends it."""
    return SimpleUploadedFile(name, content)


def logo():
    """A picture as a browser sends it."""
    return upload(picture(), "logo.png")
