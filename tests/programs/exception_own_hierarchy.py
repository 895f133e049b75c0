class ShopError(Exception):
    """Something of the shop."""

class OutOfStock(ShopError):
    def __init__(self, item, missing):
        super().__init__(f"{missing} {item} missing")
        self.item = item
        self.missing = missing

class BadOrder(ShopError, ):
    pass

def order(item, amount, stock={"pen": 3, "cup": 0}):
    if amount <= 0:
        raise BadOrder("amount", amount)
    if item not in stock:
        raise BadOrder
    if stock[item] < amount:
        raise OutOfStock(item, amount - stock[item])
    return stock[item] - amount

for item, amount in (("pen", 2), ("pen", 5), ("hat", 1), ("cup", 0), ("cup", "x")):
    try:
        print(order(item, amount))
    except OutOfStock as error:
        print("out", error, error.item, error.missing, error.args, repr(error))
    except ShopError as error:
        print("shop", repr(error), str(error), error.args, isinstance(error, Exception))
    except (TypeError, KeyError) as error:
        print("other", error)
print(issubclass(OutOfStock, ShopError), issubclass(ShopError, OutOfStock), OutOfStock.__name__)
