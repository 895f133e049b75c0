class Lamp:
    def __init__(self):
        self.on = False
lamp = Lamp()
print(lamp.on)
lamp.watts = 5
print(lamp.colour)
