"""`kg serve`: a SPARQL endpoint, a page for each entity and the explorer, on the standard library's web server.

http      the socket: limits on time, size and number of connections
app       request → response: which address is what
protocol  SPARQL 1.1 Protocol: where the query stands in a request, which form its answer takes
pool      the processes that run queries, and are ended when one takes too long
answers   solutions → JSON, XML, CSV, TSV; triples → Turtle, N-Triples, JSON-LD
entity    the small page of one node
suggest   terms and names to complete while typing
"""
