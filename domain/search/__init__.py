"""Search of the register: what is kept of words, what a question means, what is found."""
