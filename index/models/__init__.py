"""Where the models' files are, and how the one that is packed becomes a folder like the others."""

from index.models.failing import told
from index.models.locating import locate

__all__ = ["locate", "told"]
