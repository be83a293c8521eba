"""A file of questions with their answers -> figures, and a report of what went wrong."""

from index.evaluation.dataset import Question, read_questions
from index.evaluation.entries import PASSAGES
from index.evaluation.evaluating import Outcome, evaluate, measure
from index.evaluation.figures import Figures
from index.evaluation.report import page

__all__ = ["PASSAGES", "Figures", "Outcome", "Question", "evaluate", "measure", "page", "read_questions"]
