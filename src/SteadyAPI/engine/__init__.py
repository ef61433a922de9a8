"""Plain Python that knows no Robot Framework: sessions, retries, transport, tokens, contracts."""
