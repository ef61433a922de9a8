"""The report of a run: figures, tables, charts and the page that shows them."""
