"""teammeet: guides a child and family team meeting and writes the plan of care when it ends."""

__version__ = "0.1.0"
