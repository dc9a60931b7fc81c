"""Pages of indicators: parse, call one service or query, render."""

from sidamping.features.indicators.views.boards import figure, figure_list, figures
from sidamping.features.indicators.views.comparing import figures_compare, figures_cross, figures_export
from sidamping.features.indicators.views.publications import (
    publication,
    publication_add,
    publication_withdraw,
    publications,
)
from sidamping.features.indicators.views.saved import view_forget, view_save

__all__ = [
    "figure", "figure_list", "figures", "figures_compare", "figures_cross", "figures_export", "publication",
    "publication_add", "publication_withdraw", "publications", "view_forget", "view_save",
]  # fmt: skip
