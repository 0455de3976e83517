"""The command `kg`: one verb for each thing a user does; the work is done in kg/commands, one file for each verb.

Data goes to stdout, everything else to stderr. Exit status: 0 done, 1 found wanting (a page could not be read,
a graph breaks a shape), 2 could not.
"""

import sys
import traceback

import typer

from kg import terminal
from kg.commands import build, diff, explain, export, extract, query, review, serve, validate
from kg.errors import KgError

app = typer.Typer(
    name="kg",
    help="Turn pages of Chinese local newspapers into a knowledge graph, and ask it.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
COMMANDS = (build, review, extract, explain, query, diff, validate, serve, export)
SETTINGS = {query.NAME: query.SETTINGS}
for command in COMMANDS:
    app.command(command.NAME, context_settings=SETTINGS.get(command.NAME))(terminal.while_read(command.run))


def main() -> None:
    """Run the command line; an error that the user can mend is one line on stderr and exit status 2."""
    try:
        app()
    except KgError as error:
        terminal.say(f"kg: {error}")
        sys.exit(terminal.COULD_NOT)
    except Exception:  # noqa: BLE001 — Python would end with 1, which says that the input was found wanting
        traceback.print_exc()
        terminal.say("kg: this is a fault of the program, not of your input; please report the lines above")
        sys.exit(terminal.COULD_NOT)


if __name__ == "__main__":
    main()
