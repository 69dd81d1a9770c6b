"""What runs inside Odoo, with its `env`; the rest of the launcher stays outside."""
