"""A reader in a folder, as any that transformers loads is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import torch
from transformers import AutoModelForQuestionAnswering, AutoTokenizer

from index import ArticleIndex
from index.errors import ModelError
from index.reading.hub import load_hub
from tests.index.conftest import Run
from tests.index.holding import check
from tests.samples import BRIDGE, HARVEST, PORT

from . import tiny
from .found import candidate

_QUESTION = "How much did the new terminal cost?"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a tiny reader that learned nothing."""
    return tiny.bert(tmp_path_factory.mktemp("hub") / "reader")


@pytest.fixture
def answering(library: ArticleIndex, folder: Path) -> Iterator[ArticleIndex]:
    """Return the library, read by the tiny reader."""
    opened = ArticleIndex.open(library.settings.model_copy(update={"reader_model": str(folder)}))
    yield opened
    opened.close()


def test_a_folder_answers(answering: ArticleIndex, folder: Path) -> None:
    """A reader by the name of its folder answers, word for word, with its own calibration."""
    answer = answering.answer(_QUESTION, min_confidence=0)
    check(_QUESTION, answer)
    assert answer.status == "answered"
    assert len(answer.passages) == 5
    assert answering.calibration.reader == str(folder)


def test_spans_are_what_transformers_finds(folder: Path) -> None:
    """The span's score is the best sum of a start and an end logit, less that of the first token, as trained."""
    tokenizer, model = AutoTokenizer.from_pretrained(folder), AutoModelForQuestionAnswering.from_pretrained(folder)
    inputs = tokenizer(_QUESTION, HARVEST.text, return_tensors="pt", return_token_type_ids=True)
    with torch.inference_mode():
        found = model.eval()(**inputs)
    start, end = found.start_logits[0].tolist(), found.end_logits[0].tolist()
    tokens = [number for number, one in enumerate(inputs.sequence_ids(0)) if one == 1]
    pairs = [(first, last) for first in tokens for last in tokens if first <= last < first + 48]
    first, last = max(pairs, key=lambda pair: start[pair[0]] + end[pair[1]])
    [span] = load_hub(str(folder)).read(_QUESTION, [candidate(HARVEST)])
    places = inputs.encodings[0].offsets
    assert span.text == HARVEST.text[places[first][0] : places[last][1]].strip(" ,;:")
    assert span.score == pytest.approx(start[first] + end[last] - start[0] - end[0], abs=1e-4)


def test_a_reader_without_types_is_read_too(tmp_path: Path) -> None:
    """RoBERTa's kind, which knows one type of text only, reads passages of different lengths together."""
    reader = load_hub(str(tiny.roberta(tmp_path / "roberta")))
    together = reader.read(_QUESTION, [candidate(PORT), candidate(BRIDGE), candidate(HARVEST)])
    alone = [reader.read(_QUESTION, [candidate(one)])[0] for one in (PORT, BRIDGE, HARVEST)]
    assert [(span.start, span.end) for span in together] == [(span.start, span.end) for span in alone]
    assert [span.score for span in together] == pytest.approx([span.score for span in alone], abs=1e-3)


def test_a_pickle_is_refused(folder: Path, tmp_path: Path) -> None:
    """Weights in a pickle, which can run anything, are never loaded."""
    for name in ("config.json", "tokenizer.json", "tokenizer_config.json"):
        (tmp_path / name).write_bytes((folder / name).read_bytes())
    model = AutoModelForQuestionAnswering.from_pretrained(folder)
    torch.save(model.state_dict(), tmp_path / "pytorch_model.bin")
    with pytest.raises(ModelError, match=rf"^the reader {tmp_path} can't be loaded: .*safetensors"):
        load_hub(str(tmp_path))


def test_a_folder_without_a_model_is_an_error(tmp_path: Path) -> None:
    """The error names the folder, on one line."""
    with pytest.raises(ModelError) as error:
        load_hub(str(tmp_path))
    assert str(error.value).startswith(f"the reader {tmp_path} can't be loaded: ")
    assert "\n" not in str(error.value)


def test_damaged_weights_are_an_error(folder: Path, tmp_path: Path) -> None:
    """A file of weights that was cut off is said, and is no traceback."""
    for path in folder.iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    (tmp_path / "model.safetensors").write_bytes((folder / "model.safetensors").read_bytes()[:5000])
    with pytest.raises(ModelError, match=rf"^the reader {tmp_path} can't be loaded: "):
        load_hub(str(tmp_path))


def test_an_encoder_is_no_reader(tmp_path: Path) -> None:
    """A model without a head that was trained to read, which would get one made of chance, is refused."""
    with pytest.raises(ModelError, match=rf"^{tmp_path} is no reader: it was not trained"):
        load_hub(str(tiny.encoder(tmp_path, 1)))


def test_an_unknown_name_is_an_error(library: ArticleIndex) -> None:
    """A name that is no reader is an error of ours, which says what can be given."""
    opened = ArticleIndex.open(library.settings.model_copy(update={"reader_model": "no-such-reader"}))
    with pytest.raises(ModelError, match=r"^no-such-reader is no .*: give a folder that exists, a hub name"):
        opened.answer(_QUESTION)
    opened.close()


def test_what_asks_nothing_loads_no_reader(library: ArticleIndex) -> None:
    """Adding, embedding again and searching go on without a reader, which takes time and memory to load."""
    opened = ArticleIndex.open(library.settings.model_copy(update={"reader_model": "no-such-reader"}))
    opened.remove([PORT.id])
    assert [one.status for one in opened.add([PORT])] == ["added"]
    opened.rebuild(embed=True)
    assert opened.search(_QUESTION)
    opened.close()


def test_the_command_line_says_so_in_a_line(
    run: Run, library: ArticleIndex, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Asked with a reader that can't be loaded, it exits with 1 and one line, without a traceback."""
    for name in ("no-such-reader", str(tmp_path)):
        monkeypatch.setenv("READER_MODEL", name)
        done = run("ask", _QUESTION)
        assert (done.code, done.out, done.err.count("\n")) == (1, "", 1)
        assert done.err.startswith("error: ")
        assert name in done.err


def test_loading_says_nothing(
    answering: ArticleIndex, capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    """No progress bar, report or warning of the libraries reaches the screen."""
    answering.warm_up()
    assert capfd.readouterr() == ("", "")
    assert caplog.messages == []
