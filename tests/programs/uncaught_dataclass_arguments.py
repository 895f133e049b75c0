from dataclasses import dataclass


@dataclass
class Account:
    owner: str
    balance: float
    currency: str = "EUR"


print(Account("Ana", 10))
Account("Luis")
