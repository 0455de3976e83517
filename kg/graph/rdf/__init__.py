"""How each noun is told in RDF and read back: one module a noun, with `write` and its inverse `read`."""
