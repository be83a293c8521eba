"""How these tests make their documents: a PDF from lines at their places, a Word file from its XML."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

_LEFT, _TOP, _LEADING = 72, 770, 14
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)
_STYLES = (
    f'<w:styles xmlns:w="{_WORD}">'
    + "".join(
        f'<w:style w:type="paragraph" w:styleId="{name.replace(" ", "")}"><w:name w:val="{name}"/></w:style>'
        for name in ("Title", "heading 1", "heading 2")
    )
    + "</w:styles>"
)


@dataclass(frozen=True, slots=True)
class At:
    """A line of a PDF at a place of its own, in points from the lower left corner."""

    text: str
    x: float = _LEFT
    y: float = _TOP
    size: float = 11
    font: str = "F1"


def flow(*lines: str, top: float = _TOP) -> list[At]:
    """Return `lines` below one another; an empty one leaves a gap, one that begins with blanks is indented."""
    rows = enumerate(lines)
    return [At(line.strip(), _LEFT + 20 * line.startswith(" "), top - row * _LEADING) for row, line in rows if line]


def pdf(*pages: Sequence[At] | bytes, info: Mapping[str, str] | None = None) -> bytes:
    """Return a PDF with these pages, each given as its lines, or as the stream of its contents."""
    streams = [page if isinstance(page, bytes) else b"\n".join(map(_drawn, page)) for page in pages]
    kids = " ".join(f"{6 + 2 * row} 0 R" for row in range(len(streams)))
    said = "".join(f"/{name} ({value})" for name, value in (info or {}).items())
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(streams)} /Kids [{kids}] >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>",
        f"<< {said} >>".encode(),
    ]
    for row, stream in enumerate(streams):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {7 + 2 * row} 0 R "
            "/Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>".encode()
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
    return assembled(objects)


def assembled(objects: Sequence[bytes], trailer: str = "/Root 1 0 R /Info 5 0 R") -> bytes:
    """Return a PDF of these objects, numbered from 1, with its table of their places."""
    out, places = bytearray(b"%PDF-1.7\n"), []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    return bytes(out + f"trailer\n<< /Size {len(objects) + 1} {trailer} >>\nstartxref\n{start}\n%%EOF\n".encode())


def _drawn(line: At) -> bytes:
    """Return the operations that draw a line."""
    text = line.text.encode("cp1252")
    for sign in (b"\\", b"(", b")"):
        text = text.replace(sign, b"\\" + sign)
    return b"BT /%s %g Tf 1 0 0 1 %g %g Tm (%s) Tj ET" % (line.font.encode(), line.size, line.x, line.y, text)


def docx(body: str, parts: Mapping[str, str] | None = None) -> bytes:
    """Return a Word file with `body` as the XML of its text, and more `parts` by their names."""
    document = f'<w:document xmlns:w="{_WORD}"><w:body>{body}</w:body></w:document>'
    given = {"[Content_Types].xml": _TYPES, "word/document.xml": document, "word/styles.xml": _STYLES, **(parts or {})}
    return zipped(given)


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """Return a zip of `parts`."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(name, content)
    return file.getvalue()


def p(text: str, style: str = "", numbered: str = "") -> str:
    """Return the XML of a paragraph, an item of the list `numbered` where that is given."""
    styled = f'<w:pStyle w:val="{style}"/>' if style else ""
    numbers = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{numbered}"/></w:numPr>' if numbered else ""
    return f"<w:p><w:pPr>{styled}{numbers}</w:pPr><w:r><w:t xml:space='preserve'>{text}</w:t></w:r></w:p>"


def numbering(**kinds: str) -> dict[str, str]:
    """Return the part that says whether a list, such as n1, is a "bullet" or a "decimal" one."""
    lists = "".join(
        f'<w:abstractNum w:abstractNumId="{number[1:]}">'
        f'<w:lvl w:ilvl="0"><w:numFmt w:val="{kind}"/></w:lvl></w:abstractNum>'
        f'<w:num w:numId="{number[1:]}"><w:abstractNumId w:val="{number[1:]}"/></w:num>'
        for number, kind in kinds.items()
    )
    return {"word/numbering.xml": f'<w:numbering xmlns:w="{_WORD}">{lists}</w:numbering>'}


def core(title: str = "", author: str = "", created: str = "") -> dict[str, str]:
    """Return the part in which a Word file speaks of itself."""
    return {
        "docProps/core.xml": "<cp:coreProperties "
        'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">'
        f"<dc:title>{title}</dc:title><dc:creator>{author}</dc:creator><dcterms:created>{created}</dcterms:created>"
        "</cp:coreProperties>"
    }
