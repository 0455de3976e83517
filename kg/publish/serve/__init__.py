"""`kg serve`: a SPARQL endpoint, a page for each entity and the explorer, on the standard library's web server.

http      the socket: limits on time, size and number of connections
app       request → response: which address is what
endpoint  /sparql: a query is handed on, or the service describes itself
protocol  SPARQL 1.1 Protocol: where the query stands in a request, which form its answer takes
pool      the processes that run queries, and are ended when one takes too long
answers   solutions → JSON, XML, CSV, TSV; triples → Turtle, N-Triples, JSON-LD
nodes     the address of a node: its page or its RDF
entity    what the page of a node shows
templates the pages as HTML; every value escaped
suggest   terms and names to complete while typing
"""
