"""The verbs of `kg`, one file each: its options, what it calls, and what it prints."""
