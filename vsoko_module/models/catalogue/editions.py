def with_editions_before(record):
    """The record and what it was in the editions before, the newest first."""
    line = record
    while line[-1].previous_id and line[-1].previous_id not in line:
        line += line[-1].previous_id
    return line
