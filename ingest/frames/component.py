"""spaCy component: predications → claims → doc._.claims."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from netgov.ingest.frames.continued import continue_lists
from netgov.ingest.frames.match import Matcher
from netgov.ingest.lexicon.frames import Frames, load_frames


class FrameMatching:
    """Matches the predications of a document against frames; keeps nothing between documents."""

    def __init__(self, frames: Frames) -> None:
        self.frames = frames

    def __call__(self, doc: Doc) -> Doc:
        """Set doc._.claims."""
        matcher = Matcher(doc._.marked, self.frames)
        claims = [claim for item in doc._.predications for claim in matcher.match(item)]
        doc._.claims = (*claims, *continue_lists(doc._.marked, claims))
        return doc


@Language.factory(
    "netgov_frames",
    requires=["doc._.marked", "doc._.predications"],
    assigns=["doc._.claims"],
    default_config={"frames": None},
)
def make_frames(nlp: Language, name: str, frames: str | None) -> FrameMatching:
    """The component, for `nlp.add_pipe("netgov_frames")`; `frames` is a file of more frames."""
    del nlp, name  # the signature is spaCy's
    return FrameMatching(load_frames(frames))
