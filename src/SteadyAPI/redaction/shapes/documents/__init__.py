"""Documents whose structure tells that a value is a secret, far from the value: YAML, TOML, INI, JSON."""
