"""The register as a file: its words, and writing it as a table."""
