"""How a request reaches the wire: the seam that tests replace, and the pooled implementation."""
