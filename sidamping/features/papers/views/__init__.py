"""Pages of papers: the list, the sheet, writing, acting, files, the public check."""

from sidamping.features.papers.views.acting import paper_act, paper_copy, paper_on_paper, paper_open, paper_submit
from sidamping.features.papers.views.editing import paper_edit
from sidamping.features.papers.views.files import paper_evidence, paper_pdf, paper_xlsx
from sidamping.features.papers.views.lists import engagement_papers, paper_next, papers, papers_export
from sidamping.features.papers.views.public import paper_check
from sidamping.features.papers.views.sheets import paper

__all__ = [
    "engagement_papers", "paper", "paper_act", "paper_check", "paper_copy", "paper_edit", "paper_evidence",
    "paper_next", "paper_on_paper", "paper_open", "paper_pdf", "paper_submit", "paper_xlsx", "papers", "papers_export",
]
