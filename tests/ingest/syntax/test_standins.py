"""The sentence as the parser reads it: names, titles and dates as familiar words, asides taken out."""

from __future__ import annotations

import pytest
from spacy.language import Language

from netgov.ingest.lexicon.model import load_model
from netgov.ingest.outline.report import make_report
from netgov.ingest.pipeline import read_report
from netgov.ingest.readers.files import source_from_text
from netgov.ingest.syntax.standins import Word, clauses_in_parentheses, make_words


def words_of(text: str, nlp: Language) -> list[Word]:
    """The words of the first sentence of a text."""
    sentence = read_report(make_report(source_from_text(text, "note.txt")), nlp)._.marked.sentences[0]
    return make_words(sentence, sentence.start, sentence.end, load_model().tokenize)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("ITU-T SG5 approved ITU-T L.1600.", "Microsoft approved Windows ."),
        ("ITU-T SG5 approved draft revised Recommendation ITU-T L.1600 “Air”.", "Microsoft approved Windows ."),
        ("Chile attended IGF 2019 in Berlin.", "France attended Olympics in Paris ."),
        ("IGF 2019 was held in Berlin, Germany.", "Olympics was held in Paris ."),
        ("ITU-T SG5 (and only once) thanked IEC.", "Microsoft thanked Microsoft ."),
        ("ITU-T SG5 thanked IEC on 4 May 2019.", "Microsoft thanked Microsoft on Monday ."),
        ("ITU-T SG5 read “How to hum”.", "Microsoft read Windows ."),
        ("The vice-chair thanked IEC.", "The vice-chair thanked Microsoft ."),
        ("ITU-T SG5 liaises with IEC.", "Microsoft collaborates with Microsoft ."),
    ],
)
def test_what_the_parser_reads(nlp: Language, text: str, shown: str) -> None:
    assert " ".join(word.text for word in words_of(text, nlp)) == shown


def test_a_word_knows_where_it_stands_and_what_it_stands_for(nlp: Language) -> None:
    text = "ITU-T SG5 co-hosted IGF 2019 (with IEC)."
    first, verb, event, _ = words_of(text, nlp)
    assert [mention.key for mention in first.mentions] == ["ITU-T SG5"]
    assert (text[verb.start : verb.end], verb.text, verb.prefix) == ("co-hosted", "hosted", "co-")
    assert text[event.start : event.end] == "IGF 2019"
    assert [mention.key for mention in event.asides] == ["IEC"]


def test_a_clause_in_parentheses_is_read_by_itself(nlp: Language) -> None:
    text = "ITU-T SG5 met (ITU-T SG9 liaised with IEC on plugs) in May (2019)."
    sentence = read_report(make_report(source_from_text(text, "note.txt")), nlp)._.marked.sentences[0]
    assert [text[start:end] for start, end in clauses_in_parentheses(sentence)] == [
        "ITU-T SG9 liaised with IEC on plugs"
    ]
