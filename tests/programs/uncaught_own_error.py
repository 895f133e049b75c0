"""An exception of the program leaves the main thread."""


class TooLate(Exception):
    def __init__(self, minutes):
        super().__init__(f"{minutes} minutes late")


def board(minutes):
    if minutes > 5:
        raise TooLate(minutes)
    print("on board")


board(3)
board(12)
