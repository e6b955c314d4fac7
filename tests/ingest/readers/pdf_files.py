"""PDF files written by hand: text at places on pages, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

SIZE = 10.0
LEADING = 12.0
LEFT = 72.0
TOP = 780.0


@dataclass(frozen=True)
class Text:
    """Some text at a place, in points from the bottom left of the page."""

    text: str
    x: float = LEFT
    y: float = TOP
    size: float = SIZE
    bold: bool = False
    turned: bool = False
    slanted: bool = False

    def operators(self) -> str:
        """What draws it."""
        escaped = self.text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
        turn = "0 1 -1 0" if self.turned else ".7 .7 -.7 .7" if self.slanted else "1 0 0 1"
        return f"BT /{'B' if self.bold else 'R'} {self.size} Tf {turn} {self.x} {self.y} Tm ({escaped}) Tj ET"


def column(lines: Iterable[str], x: float = LEFT, top: float = TOP, **style: float) -> list[Text]:
    """Lines one under the other; an empty one leaves a gap."""
    places = ((line, top - number * LEADING) for number, line in enumerate(lines) if line)
    return [Text(line, x, y, **style) for line, y in places]  # type: ignore[arg-type]


def make_pdf(*pages: Sequence[Text], title: str = "", trailer: str = "") -> bytes:
    """A PDF with these pages; `trailer` adds entries to its trailer."""
    count = len(pages)
    kids = " ".join(f"{5 + 2 * number} 0 R" for number in range(count))
    fonts = "/Font << /R 3 0 R /B 4 0 R >>"
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", f"<< /Type /Pages /Kids [{kids}] /Count {count} >>"]
    for name in ("Helvetica", "Helvetica-Bold"):
        objects.append(f"<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>")
    for number, page in enumerate(pages):
        contents = "\n".join(text.operators() for text in page)
        box = f"/MediaBox [0 0 595 842] /Resources << {fonts} >> /Contents {6 + 2 * number} 0 R"
        objects.append(f"<< /Type /Page /Parent 2 0 R {box} >>")
        objects.append(f"<< /Length {len(contents.encode('cp1252'))} >>\nstream\n{contents}\nendstream")
    objects.append(f"<< /Title ({title}) >>")
    return _file(objects, f"/Root 1 0 R /Info {len(objects)} 0 R {trailer}")


def _file(objects: Sequence[str], trailer: str) -> bytes:
    data, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(data))
        data += f"{number} 0 obj\n{content}\nendobj\n".encode("cp1252")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer\n<< /Size {len(objects) + 1} {trailer} >>\n"
    return data + f"{end}startxref\n{len(data)}\n%%EOF\n".encode()
