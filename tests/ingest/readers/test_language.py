"""Telling that a text is not in English, and leaving short texts and lists of names alone."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from netgov.graph.errors import UnreadableFile
from netgov.ingest.readers.files import read_source
from netgov.ingest.readers.language import foreign_language

FRENCH = (
    "La commission d'études s'est réunie à Genève et elle a approuvé la Recommandation que le groupe du rapporteur "
    "avait préparée. Les membres ont pris note des contributions qui ont été présentées par les administrations, et "
    "ils sont convenus que les travaux seront poursuivis dans une réunion par voie électronique. "
)
SPANISH = (
    "La comisión de estudio se reunió en Ginebra y aprobó la Recomendación que el grupo había preparado. Los "
    "miembros tomaron nota de las contribuciones que han sido presentadas por las administraciones, y se acordó que "
    "una nueva reunión será convocada entre las partes como se indica más adelante. "
)
RUSSIAN = "Исследовательская комиссия провела собрание в Женеве и утвердила Рекомендацию, подготовленную группой. "
CHINESE = "第十三研究组在日内瓦举行会议，批准了该组编写的建议书，并注意到各主管部门提交的文稿。"
ENGLISH = (
    "The study group met in Geneva and approved the Recommendation that the rapporteur group had prepared. Members "
    "took note of the contributions which were submitted, and it was agreed that the work is to go on by mail. "
)
NAMES = (
    "Agence nationale des fréquences, Autorité de régulation des communications électroniques et des postes, "
    "Ministère des Postes et des Télécommunications, Agencia Nacional de Telecomunicações, Comisión de Regulación de "
    "Comunicaciones, Ministerio de las Tecnologías de la Información y las Comunicaciones, Université de Genève, "
    "Bundesnetzagentur für Elektrizität, Technische Universität München, Instituto Federal de Telecomunicaciones, "
)
CODES = "Y.3101 Y.3102 SG13 SG17 Q4/11 TSAG IETF ETSI 3GPP GSMA BBF MEF OneM2M W3C "


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (FRENCH * 3, "French"),
        (SPANISH * 3, "Spanish"),
        (RUSSIAN * 5, "Cyrillic script"),
        (CHINESE * 8, "Chinese or Japanese"),
        (ENGLISH * 3, ""),
        (NAMES * 5, ""),
        (CODES * 20, ""),
        (ENGLISH + FRENCH, ""),
        ("Étude sur la question qui est dans une phase", ""),
        ("Комиссия", ""),
        ("", ""),
    ],
)
def test_the_language_of_a_text(text: str, language: str) -> None:
    assert foreign_language(text) == language


def test_a_report_in_another_language_is_refused(tmp_path: Path) -> None:
    (tmp_path / "rapport.txt").write_text(FRENCH * 3, encoding="utf-8")
    with pytest.raises(UnreadableFile, match=re.escape("seems to be in French, and netgov reads English")):
        read_source(tmp_path / "rapport.txt")
