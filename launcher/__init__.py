"""What stands behind ./vsoko: from an empty machine to the demo school.

Only the standard library: this code runs before anything is installed. The story:

    system → odoo_source → python_env → postgres → databases → demo → server

Each of them finds its work done or does it; `cli` lists the commands for people.
"""
