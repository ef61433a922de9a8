"""The contracts of a run: their records, their figures, and the file that sums them up."""
