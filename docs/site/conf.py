"""The pages as a site: `make site`. Sphinx reads the Markdown as it stands, from the repository's root."""

from pathlib import Path

project = "igreg"
html_title = "igreg"
extensions = ["myst_parser"]
source_suffix = {".md": "markdown"}
root_doc = "docs/site/index"
include_patterns = ["*.md", "docs/*.md", "docs/site/*.md", "docs/decisions/*.md", "docs/guides/*.md"]
include_patterns += ["docs/rules/*.md", "docs/kinds/*.md", "docs/commands/*.md", "docs/frameworks/*.md"]
exclude_patterns = [".venv/**", "build/**", "charts/**"]
myst_heading_anchors = 4
html_theme = "furo"
html_static_path = ["style"]
html_css_files = ["wide.css"]
html_search_scorer = str(Path(__file__).with_name("scorer.js"))
html_show_sphinx = False
html_copy_source = False
html_show_copyright = False
html_show_search_summary = False  # they would be fetched, which a browser refuses on a disk
nitpicky = True
highlight_language = "none"
suppress_warnings = ["misc.highlighting_failure"]  # examples of what is not YAML are not YAML
