"""Contracts that nobody wrote: shapes learnt from many answers, and what changed since."""
