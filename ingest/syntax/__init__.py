"""Sentences and their mentions into predications: who does what to whom, whatever form the sentence gives it."""
