"""What layout states: lists, tables, rosters, headers, and what names themselves say."""
