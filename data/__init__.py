"""Gazetteers, sample reports and their gold."""
