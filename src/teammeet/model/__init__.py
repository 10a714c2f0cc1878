"""What families, teams and plans of care ARE: frozen items, the Family that holds them, readers and their Views."""
