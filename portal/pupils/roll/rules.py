"""Classes, pupils, their families and the accounts that belong to them."""
