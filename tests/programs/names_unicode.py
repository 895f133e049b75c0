año = 2024
señal = "ok"
Ñ = [1]
print(año, señal, Ñ)


def función(parámetro):
    return parámetro * 2


class Vehículo:
    def __init__(self, matrícula):
        self.matrícula = matrícula


print(función("é"), Vehículo("1234-ABC").matrícula)
print(f"{año=}")
_ = 5
__x = 6
print(_, __x)
