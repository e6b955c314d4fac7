"""What flows between the stages of reading."""
