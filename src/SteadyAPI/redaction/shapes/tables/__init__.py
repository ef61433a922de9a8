"""Tables of texts: one row names secrets, the rows below hold them."""
