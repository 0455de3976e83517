"""Every error a user can meet. Each message says what was found, where, and what to do."""


class KgError(Exception):
    """Root of all errors of ours; the command line prints it as one line and exits with 2."""


class InputError(KgError):
    """A page, folder or graph that cannot be read."""


class OutputError(KgError):
    """A place that cannot be written to."""


class ResourceError(KgError):
    """A word list or a pages.toml that is not what its opening comment promises."""


class DecisionError(InputError):
    """A decisions.toml that is not what docs/decisions.md asks for."""


class QueryError(KgError):
    """A SPARQL query that cannot be parsed or run, or a name of a query that does not exist."""
