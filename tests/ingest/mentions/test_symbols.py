"""Document symbols, circulars, and identifiers of texts of other bodies."""

from __future__ import annotations

import pytest

from tests.ingest.conftest import Read, keys, statements


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Details are in SG9-TD119 and TD120.", {"SG9-TD119", "SG9-TD120"}, id="elided head"),
        pytest.param("See TSAG-C88, C91 and TD14.", {"TSAG-C88", "TSAG-C91", "TSAG-TD14"}, id="heads of three"),
        pytest.param("TSB Circular 204 announced it.", {"TSB Circular 204"}, id="circular"),
        pytest.param("It went out as Administrative Circular CACE/1034.", {"CACE/1034"}, id="administrative circular"),
        pytest.param("See TSB-CL 14/20.", {"TSB-CL 14/20"}, id="collective letter"),
        pytest.param("See A/76/64-E/2021/11.", {"A/76/64-E/2021/11"}, id="of the United Nations"),
        pytest.param("See CWG-WSIS&SDG-40/3.", {"CWG-WSIS&SDG-40/3"}, id="of a council working group"),
        pytest.param("Circular 204 announced it.", set(), id="a circular of no one"),
        pytest.param("The liaison is Doc. 5D/1078.", {"5D/1078"}, id="of a working party of ITU-R"),
        pytest.param("The focus group sent FG-AI4H-O-044.", {"FG-AI4H-O-044"}, id="output of a focus group"),
        pytest.param("See C18/44(Rev.1) and SG3-C41.", {"C18/44(Rev.1)", "SG3-C41"}, id="revised, and a contribution"),
        pytest.param("See TD 91 Rev.2 and TD 77.", {"TD 91 Rev.2", "TD 77"}, id="temporary"),
        pytest.param("See CWG-FHR-8/3 and 8/4.", {"CWG-FHR-8/3", "CWG-FHR-8/4"}, id="elided head of a working group"),
        pytest.param("See AWG-21/TMP-03 and CA/212.", {"AWG-21/TMP-03", "CA/212"}, id="of APT, a circular of BR"),
        pytest.param("See 4A/TEMP/23(Rev.2) and 4A/190.", {"4A/TEMP/23(Rev.2)", "4A/190"}, id="of a working party"),
        pytest.param(
            "See RAG2003-1/7(Rev.1), A/60/687.", {"RAG2003-1/7(Rev.1)", "A/60/687"}, id="of an advisory group"
        ),
        pytest.param("Section 5/12 and 2 TD of coal.", set(), id="no symbols"),
    ],
)
def test_symbols(read: Read, text: str, expected: set[str]) -> None:
    assert keys(read(text), "Document") - {"note"} == expected


@pytest.mark.parametrize("line", ["CWG-FHR-8/5", "Document: CWG-FHR-8/5", "Document CWG-FHR-8/5"])
def test_a_document_does_not_cite_itself(read: Read, line: str) -> None:
    extraction = read(f"{line}\nReport of the Chair\n\nSee CWG-FHR-8/5 and CWG-FHR-8/2.")
    assert {target for _, _, target in statements(extraction, "REFERENCES")} == {"CWG-FHR-8/2"}


def test_a_row_cites_not_what_it_opens_with(read: Read) -> None:
    extraction = read("TD 31\tDraft of a liaison\tagreed\nTD 32\tSee TD 31\tnoted")
    assert {target for _, _, target in statements(extraction, "REFERENCES")} <= {"TD 31"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("The rules follow Directive 2014/53/EU.", {"Directive 2014/53/EU"}, id="directive"),
        pytest.param("See Regulation (EU) 2019/424.", {"Regulation (EU) 2019/424"}, id="regulation"),
        pytest.param(
            "An APT Report on “Reuse of masts” (APT/ASTAP/REPT-12) came out. REPT-12 is short.",
            {"APT/ASTAP/REPT-12"},
            id="title with its identifier, then short",
        ),
        pytest.param("REPT-12 is short.", set(), id="short form of nothing"),
        pytest.param("The Pacific Resilience Toolkit is out.", {"Pacific Resilience Toolkit"}, id="named by kind"),
        pytest.param(
            "The Pacific Resilience Toolkit and the Minamata Convention.",
            {"Pacific Resilience Toolkit", "Minamata Convention"},
            id="two named by kind",
        ),
        pytest.param("A toolkit helps. The Annual Yearbook and The Handbook too.", set(), id="kinds without names"),
    ],
)
def test_publications(read: Read, text: str, expected: set[str]) -> None:
    assert keys(read(text), "Publication") == expected
