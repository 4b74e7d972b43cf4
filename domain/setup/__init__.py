"""Setting up without files: pages, codes, changes, and the rules that judge them."""
