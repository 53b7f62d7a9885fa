"""What people upload: judged by its content, measured before it is opened, pictures written anew."""

import hashlib
import io
import re
import uuid
import warnings
import zipfile
from dataclasses import dataclass
from pathlib import PurePath

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageOps

PDF = "application/pdf"
PICTURES = {"JPEG": "image/jpeg", "PNG": "image/png", "WEBP": "image/webp"}
# What browsers would take a file for, whatever stands before it.
DISGUISE = re.compile(rb"<\s*(!doctype\s+html|html|script|svg|iframe)", re.IGNORECASE)
SUFFIXES = {PDF: ".pdf", "image/jpeg": ".jpg", "image/png": ".png", "image/webp": ".webp"}


@dataclass(frozen=True)
class CleanUpload:
    """What is kept of an upload: bytes that are safe to store, their kind, and the name people know it by."""

    content: bytes
    content_type: str
    name: str

    @property
    def sha256(self):
        return hashlib.sha256(self.content).hexdigest()

    def as_file(self):
        """The content under a name of our own, which says nothing and collides with nothing."""
        return ContentFile(self.content, name=f"{uuid.uuid4().hex}{SUFFIXES[self.content_type]}")


class UploadField(forms.FileField):
    """A PDF or a picture of at most `settings.UPLOAD_MAX_BYTES`; its cleaned value is a CleanUpload.

    `pictures_only` refuses documents; `longest_side` (pixels) makes larger pictures smaller.
    """

    def __init__(self, *, pictures_only=False, longest_side=4000, **kwargs):
        kwargs.setdefault("max_length", 255)
        super().__init__(**kwargs)
        self.pictures_only, self.longest_side = pictures_only, longest_side
        self.widget.attrs.setdefault("accept", ",".join(self.kinds))

    @property
    def kinds(self):
        """The content types it takes."""
        return [*PICTURES.values()] if self.pictures_only else [PDF, *PICTURES.values()]

    def clean(self, data, initial=None):
        upload = super().clean(data, initial)
        if not upload or isinstance(upload, CleanUpload) or upload is initial:
            return upload
        return clean_upload(upload, pictures_only=self.pictures_only, longest_side=self.longest_side)


def clean_upload(upload, *, pictures_only=False, longest_side=4000):
    """The CleanUpload of an uploaded file.

    Raises ValidationError when it is too large, damaged, or of a kind that is not taken, whatever its name says.
    """
    if upload.size > settings.UPLOAD_MAX_BYTES:
        most = filesizeformat(settings.UPLOAD_MAX_BYTES)
        raise ValidationError(
            _("This file has %(size)s; at most %(most)s can be sent."),
            params={"size": filesizeformat(upload.size), "most": most},
        )
    content = upload.read()
    if content.startswith(b"%PDF-") and not pictures_only:
        return CleanUpload(whole_document(content), PDF, readable_name(upload.name, PDF))
    return clean_picture(content, upload.name, pictures_only=pictures_only, longest_side=longest_side)


def whole_document(content):
    """A PDF from its first byte to its last line. One that is cut, or is a page or an archive as well, is refused."""
    has_end = b"startxref" in content[-2048:] and b"%%EOF" in content[-1024:]
    if not has_end or DISGUISE.search(content[:2048]) or zipfile.is_zipfile(io.BytesIO(content)):
        raise ValidationError(_("This PDF is damaged or not a plain document. Please save or scan it again as a PDF."))
    return content


def clean_picture(content, name, *, pictures_only, longest_side):
    """The picture written anew: upright, without camera data, place or anything that hides behind its pixels."""
    if pictures_only:
        refusal = _("This is not a picture we can read. Please send a JPEG, PNG or WebP file.")
    else:
        refusal = _("This kind of file cannot be taken. Please send a PDF, or a picture as JPEG, PNG or WebP.")
    try:
        with warnings.catch_warnings():
            # Pillow only warns of pictures that would fill the memory.
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            picture = Image.open(io.BytesIO(content), formats=list(PICTURES))
            if picture.width * picture.height > settings.UPLOAD_MAX_PIXELS:
                raise ValidationError(_("This picture has too many pixels. Please make it smaller."))
            kind = picture.format
            rewritten = written_anew(upright(picture, longest_side), kind)
    except ValidationError:
        raise
    except Exception:  # Pillow raises whatever the broken bytes lead to
        raise ValidationError(refusal) from None
    return CleanUpload(rewritten, PICTURES[kind], readable_name(name, PICTURES[kind]))


def upright(picture, longest_side):
    """The picture as it is meant to be seen, at most `longest_side` pixels long, in eight bits a colour."""
    if picture.mode.startswith("I"):  # sixteen bits of grey, which Pillow would cut off instead of dividing
        picture = picture.point(lambda value: value / 256).convert("L")
    if picture.mode in ("1", "P", "PA"):  # a palette has no colours in between to be made smaller with
        picture = picture.convert("RGBA" if picture.has_transparency_data else "RGB")
    picture.thumbnail((longest_side, longest_side))
    return ImageOps.exif_transpose(picture)


def written_anew(picture, kind):
    """The bytes of `picture`: its pixels and nothing else."""
    mode = "RGB" if kind == "JPEG" else "RGBA" if picture.has_transparency_data else "RGB"
    bare = Image.new(mode, picture.size)
    bare.paste(picture.convert(mode))
    out = io.BytesIO()
    bare.save(out, kind, optimize=True, **({} if kind == "PNG" else {"quality": 88}))
    return out.getvalue()


def readable_name(name, content_type):
    """The name for people, at most 120 characters, without folders or controls, with the suffix of its content."""
    stem = PurePath(str(name).replace("\\", "/")).stem
    stem = "".join(character for character in stem if character.isprintable()).strip(" .") or "file"
    return f"{stem[:110]}{SUFFIXES[content_type]}"
