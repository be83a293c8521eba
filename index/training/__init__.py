"""How the shipped reader was made; data/models/reader/README.md says with which data and by which commands."""
