"""The register as a table, by whatever channel its messages came."""
