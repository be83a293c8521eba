"""One report of an agency, and what papers make of it."""

from __future__ import annotations

from index import Article

_LEAD = (
    "A ferry with 212 people aboard ran aground off Elmsford on Sunday evening after its steering failed in heavy "
    "seas. All of them were brought ashore by midnight, the coast guard said, among them 31 children on a school trip."
)
_COURSE = (
    "The captain had reported a fault of the steering an hour before, and was told to wait for a tug. The wind then "
    "drove the ship onto a sandbank 400 metres from the northern pier, where it lay at an angle until the tide rose."
)
_OUTLOOK = (
    "Divers will look at the hull on Tuesday, and the ferry company said that no crossing would take place before "
    "that. Some 90 lorries were waiting at the port on Monday morning. The line carries a million passengers a year."
)
_OWN = "Our reporter Ada Byrne was at the pier until 2 in the morning. The town had 40 beds ready in a school hall."

REPORT = Article(
    f"{_LEAD}\n\n{_COURSE}\n\n{_OUTLOOK}",
    title="Ferry runs aground off Elmsford",
    published="2025-05-03",
    publisher="North Agency",
    url="https://agency.example.org/ferry",
)
SHORTENED = Article(
    f"{_LEAD}\n\n{_COURSE}",
    title="212 saved from ferry",
    published="2025-05-04",
    url="https://www.post.example.org/ferry",
)
WITH_OWN = Article(
    f"ELMSFORD, 4 May. {_LEAD}\n\n{_COURSE}\n\n{_OWN}", title="A night on the sandbank", publisher="Coast Courier"
)
LAST_PART = Article(f"{_COURSE}\n\n{_OUTLOOK}", title="Lorries wait at the port", publisher="Trade Weekly")
UPDATE = Article(REPORT.text.replace("212", "215"), title="Ferry: captain questioned", publisher="East Agency")
FLASH = Article(_LEAD, title="Ferry aground", publisher="Radio Elm")
