"""Agreement, signatures and export: who says what of the plan, which edition is signed, and the files that leave the house."""
