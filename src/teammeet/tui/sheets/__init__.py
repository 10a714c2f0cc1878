"""The sheets of the family screen: what each tab shows of a family, row by row. Pure functions; the screen paints them."""
