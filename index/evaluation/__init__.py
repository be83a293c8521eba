"""A file of questions with their answers -> figures, a report of what went wrong, and a calibration."""

from index.evaluation.calibrating import AFFECTED, fit, observe, out_of_fold
from index.evaluation.dataset import Question, read_questions
from index.evaluation.entries import PASSAGES
from index.evaluation.evaluating import Outcome, evaluate, measure
from index.evaluation.figures import Figures
from index.evaluation.report import page

__all__ = [
    "AFFECTED",
    "PASSAGES",
    "Figures",
    "Outcome",
    "Question",
    "evaluate",
    "fit",
    "measure",
    "observe",
    "out_of_fold",
    "page",
    "read_questions",
]
