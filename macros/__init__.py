"""Facts in YAML, put into Markdown pages with their sources, dates and notes."""
