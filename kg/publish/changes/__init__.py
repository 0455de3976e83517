"""What changed between two graphs, told in Chinese: lines, and their forms for the terminal, for scripts and for spreadsheets."""

from kg.publish.changes.lines import lines
from kg.publish.changes.tables import as_csv, as_json
from kg.publish.changes.text import text

__all__ = ["as_csv", "as_json", "lines", "text"]
