"""Entities and facts of all pages as one graph: combined, told in RDF, read back, asked and checked."""
