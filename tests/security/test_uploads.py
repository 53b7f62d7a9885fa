"""What people upload: judged by its content, measured before it is opened, pictures written anew."""

import contextlib
import errno
import io
import struct
import zipfile
import zlib
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage, default_storage
from django.db import transaction
from PIL import Image, PngImagePlugin

from accounts.tasks import tidy
from core.models import StoredFile
from core.orphans import files_without_row, rows_without_file
from core.uploads import CleanUpload, UploadField, clean_upload
from tests.papers import PDF, picture, upload

HTML = b"<!doctype html><script>alert(1)</script>"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
EXE = b"MZ\x90\x00" + b"\0" * 200
WORD = "Zwyxwanda"


def archive(first=b""):
    out = io.BytesIO(first)
    out.seek(0, io.SEEK_END)
    with zipfile.ZipFile(out, "a") as file:
        # A date of its own: the bytes are part of the tests' names, which every process must find alike.
        file.writestr(zipfile.ZipInfo("evil.html", (2026, 1, 1, 0, 0, 0)), HTML)
    return out.getvalue()


def opened(cleaned):
    return Image.open(io.BytesIO(cleaned.content))


def png_of(width, height):
    """A PNG that says it is this large and holds next to nothing."""

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    pixels = zlib.compress(b"\0" * 1000)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


# -- Kinds


@pytest.mark.parametrize("content", [PDF, picture("JPEG"), picture("PNG"), picture("WEBP")])
def test_documents_and_pictures_are_taken_whatever_their_name(content):
    cleaned = clean_upload(upload(content, "wrong-name.exe"))
    assert cleaned.name.rsplit(".", 1)[1] in ("pdf", "jpg", "png", "webp")


@pytest.mark.parametrize(
    "content",
    [
        HTML,
        SVG,
        EXE,
        archive(),
        b"GIF89a" + b"\0" * 50,
        b"\x00" * 100,
        b"%PDF",
        b"%PDF-1.4\n" + HTML,
        b"\n\n" + PDF,
        HTML + PDF,
        b"%PDF-1.4\n<html><script>alert(1)</script>\nstartxref\n0\n%%EOF",
        archive(PDF),
        PDF[:-20],
        picture("PNG")[:60],
        picture("GIF"),
        picture("BMP"),
        picture("TIFF"),
    ],
    ids=lambda content: repr(content[:12]),
)
@pytest.mark.parametrize("name", ["file.pdf", "file.png", "file.jpg"])
def test_anything_else_is_refused_in_a_sentence(content, name):
    with pytest.raises(ValidationError) as refusal:
        clean_upload(upload(content, name))
    assert refusal.value.messages[0].endswith(".")


def test_logo_is_no_document():
    with pytest.raises(ValidationError, match="not a picture"):
        clean_upload(upload(PDF, "logo.png"), pictures_only=True)


def test_what_hides_behind_the_pixels_is_gone():
    for hidden in (HTML, archive()):
        cleaned = clean_upload(upload(picture("JPEG") + hidden, "photo.jpg"))
        assert hidden[:20] not in cleaned.content
        assert not zipfile.is_zipfile(io.BytesIO(cleaned.content))


# -- Sizes


def test_file_above_ten_megabytes_is_refused(settings):
    settings.UPLOAD_MAX_BYTES = 10_000
    with pytest.raises(ValidationError, match="at most"):
        clean_upload(upload(b"%PDF-" + b"x" * 10_000))


def test_empty_file_is_refused():
    with pytest.raises(ValidationError, match="empty"):
        UploadField().clean(upload(b""))


@pytest.mark.parametrize("size", [(20_000, 20_000), (65_535, 65_535), (2**31 - 1, 2**31 - 1), (7000, 6000), (0, 5)])
def test_bomb_is_refused_before_it_is_opened(size):
    with pytest.raises(ValidationError):
        clean_upload(upload(png_of(*size), "bomb.png"))


def test_text_that_would_fill_the_memory_is_refused_or_forgotten():
    notes = PngImagePlugin.PngInfo()
    notes.add_text("Comment", "A" * 5_000_000, zip=True)
    content = picture("PNG", pnginfo=notes)
    with contextlib.suppress(ValidationError):
        assert len(clean_upload(upload(content, "notes.png")).content) < 10_000


def test_large_picture_becomes_smaller():
    cleaned = UploadField(pictures_only=True, longest_side=100).clean(upload(picture("JPEG", (800, 400)), "l.jpg"))
    assert opened(cleaned).size == (100, 50)


# -- Pictures


def test_place_and_camera_are_forgotten_and_the_picture_stands_upright():
    exif = Image.Exif()
    exif[0x0112] = 6  # to be turned by a quarter
    exif[0x010F] = f"Camera of {WORD}"
    exif.get_ifd(0x8825)[1] = "N"
    cleaned = clean_upload(upload(picture("JPEG", (40, 20), exif=exif), "photo.jpg"))
    assert opened(cleaned).size == (20, 40)
    assert not dict(opened(cleaned).getexif())
    assert WORD.encode() not in cleaned.content


@pytest.mark.parametrize(
    ("kind", "mode"),
    [
        ("PNG", "1"),
        ("PNG", "L"),
        ("PNG", "LA"),
        ("PNG", "P"),
        ("PNG", "RGBA"),
        ("PNG", "I;16"),
        ("JPEG", "L"),
        ("JPEG", "CMYK"),
        ("WEBP", "RGBA"),
    ],
)
def test_every_kind_of_colours_is_read(kind, mode):
    cleaned = clean_upload(upload(picture(kind, mode=mode), "picture"))
    assert opened(cleaned).mode in ("RGB", "RGBA")
    assert opened(cleaned).size == (40, 30)


def test_sixteen_bits_of_grey_keep_their_grey():
    cleaned = clean_upload(upload(picture(mode="I;16", colour=32768), "grey.png"))
    assert opened(cleaned).getpixel((5, 5))[0] == 128


def test_transparency_is_kept():
    cleaned = clean_upload(upload(picture(mode="P", transparency=0), "palette.png"))
    assert opened(cleaned).getpixel((5, 5))[3] == 0


# -- Names


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("../../etc/passwd", "passwd.pdf"),
        ("..\\..\\windows\\system32\\evil.exe", "evil.pdf"),
        ("/abs/olute.pdf", "olute.pdf"),
        ("declaration\u202efdp.exe", "declarationfdp.pdf"),
        ("a\r\nSet-Cookie: x=1.pdf", "aSet-Cookie: x=1.pdf"),
        ("\x00\x07.pdf", "file.pdf"),
        ("...", "file.pdf"),
        ("Déclaration d’intention.PDF", "Déclaration d’intention.pdf"),
    ],
)
def test_name_for_people_has_no_folders_and_no_controls(name, kept):
    assert CleanUpload(PDF, "application/pdf", clean_upload(Named(name)).name).name == kept


class Named:
    """A document under a name that Django itself would shorten."""

    size = len(PDF)

    def __init__(self, name):
        self.name = name

    def read(self):
        return PDF


def test_name_on_the_disk_is_ours():
    file = clean_upload(upload(name="../../../evil.pdf")).as_file()
    assert file.name.count("/") == 0 and file.name.endswith(".pdf") and "evil" not in file.name


# -- The disk


class FullDisk(FileSystemStorage):
    """Takes the first bytes of a file, then has no room left."""

    def _save(self, name, content):
        super()._save(name, ContentFile(content.read(10)))
        raise OSError(errno.ENOSPC, "No space left on device")


@pytest.fixture
def folder(settings, tmp_path):
    """A storage of this test alone."""
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


def files_in(folder):
    return [path for path in folder.rglob("*") if path.is_file()]


@pytest.fixture
def paper():
    return clean_upload(upload())


@pytest.mark.django_db
def test_file_and_row_belong_together(folder, paper):
    stored = StoredFile.objects.keep(paper, by=None)
    assert [path.read_bytes() for path in files_in(folder)] == [PDF]
    assert (stored.size_bytes, stored.name) == (len(PDF), "declaration.pdf")


@pytest.mark.django_db
def test_full_disk_is_a_sentence_and_leaves_nothing(folder, paper, monkeypatch):
    monkeypatch.setattr(StoredFile.file.field, "storage", FullDisk())
    with pytest.raises(ValidationError, match="try again later"):
        StoredFile.objects.keep(paper, by=None)
    assert not StoredFile.objects.exists()
    assert files_in(folder) == []


@pytest.mark.django_db
def test_what_fails_afterwards_takes_the_file_back(folder, paper):
    with pytest.raises(RuntimeError), StoredFile.objects.keeping(paper, by=None):
        raise RuntimeError
    assert not StoredFile.objects.exists()
    assert files_in(folder) == []


@pytest.mark.django_db(transaction=True)
def test_discarded_file_goes_with_the_commit_and_not_before(folder, paper):
    stored = StoredFile.objects.keep(paper, by=None)
    with pytest.raises(RuntimeError), transaction.atomic():
        stored.discard()
        raise RuntimeError
    assert len(files_in(folder)) == 1
    StoredFile.objects.get().discard()
    assert files_in(folder) == []


@pytest.mark.django_db
def test_files_without_row_go_after_a_day(folder, time_machine, paper):
    kept = StoredFile.objects.keep(paper, by=None)
    lost = default_storage.save("files/zz/lost.pdf", ContentFile(PDF))
    tidy()
    assert default_storage.exists(lost)
    time_machine.move_to(default_storage.get_modified_time(lost) + timedelta(days=1, minutes=1))
    assert files_without_row() == [lost]
    tidy()
    assert not default_storage.exists(lost)
    assert default_storage.exists(kept.file.name)


@pytest.mark.django_db
def test_row_whose_file_is_gone_is_found(folder, paper):
    stored = StoredFile.objects.keep(paper, by=None)
    assert rows_without_file() == []
    default_storage.delete(stored.file.name)
    assert rows_without_file() == [stored]


@pytest.mark.django_db
def test_nothing_was_ever_stored(folder):
    assert files_without_row() == rows_without_file() == []
