"""Drawings: shapes made from values, the same for the same values, without a browser and without a store."""
