"""Answers of rows and columns in the forms that can be asked for beside JSON."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping, Sequence
from typing import Any

from fastapi import Response

from netgov.api.dependencies import MEDIA_TYPES, Format

TABLE_CONTENT: dict[str, Any] = {
    MEDIA_TYPES["csv"]: {"schema": {"type": "string"}},
    MEDIA_TYPES["ndjson"]: {"schema": {"type": "string"}},
}
"""What a route declares that answers in these forms, too."""


def table_response(
    form: Format, name: str, columns: Sequence[str], rows: Sequence[Sequence[Any]], headers: Mapping[str, str]
) -> Response:
    """Rows as CSV or as NDJSON; what JSON says beside the rows is in the headers."""
    disposition = f'inline; filename="{name}.{form}"'
    headers = {"Content-Disposition": disposition, **headers}
    if form == "csv":
        return Response(csv_text(columns, rows), media_type=f"{MEDIA_TYPES['csv']}; header=present", headers=headers)
    return Response(ndjson_text(columns, rows), media_type=MEDIA_TYPES["ndjson"], headers=headers)


def csv_text(columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> str:
    """RFC 4180; a list or map is JSON in its cell, null is empty."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(columns)
    writer.writerows([_cell(value) for value in row] for row in rows)
    return text.getvalue()


def ndjson_text(columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> str:
    """One JSON object per line."""
    objects = (dict(zip(columns, row, strict=True)) for row in rows)
    return "".join(json.dumps(item, ensure_ascii=False) + "\n" for item in objects)


def _cell(value: object) -> object:
    return json.dumps(value, ensure_ascii=False) if isinstance(value, bool | list | dict) else value
