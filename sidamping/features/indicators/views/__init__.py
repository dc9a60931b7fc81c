"""Pages of indicators: parse, call one service or query, render."""

from sidamping.features.indicators.views.boards import figure, figure_list, figures, figures_map
from sidamping.features.indicators.views.comparing import figures_compare, figures_cross, figures_export
from sidamping.features.indicators.views.monthly import figures_pdf, view_leave, view_subscribe, view_unsubscribe
from sidamping.features.indicators.views.pivoting import figures_pivot, figures_pivot_xlsx
from sidamping.features.indicators.views.publications import (
    publication,
    publication_add,
    publication_withdraw,
    publications,
)
from sidamping.features.indicators.views.saved import view_forget, view_save
from sidamping.features.indicators.views.seasons import figures_baseline, figures_season_list, figures_seasons

__all__ = [
    "figure", "figure_list", "figures", "figures_baseline", "figures_compare", "figures_cross", "figures_export",
    "figures_map", "figures_pdf", "figures_pivot", "figures_pivot_xlsx", "figures_season_list", "figures_seasons",
    "publication", "publication_add", "publication_withdraw", "publications", "view_forget", "view_leave", "view_save",
    "view_subscribe", "view_unsubscribe",
]  # fmt: skip
