"""Single inheritance: what a class has, overrides and inherits, and what super() finds."""


class Animal:
    kind = "animal"
    count = 0

    def __init__(self, name):
        self.name = name
        Animal.count += 1

    def sound(self):
        return "..."

    def speak(self):
        return f"{self.name} says {self.sound()}"

    def __repr__(self):
        return f"{type(self).__name__}({self.name!r})"


class Dog(Animal):
    kind = "dog"

    def sound(self):
        return "Woof"


class Puppy(Dog):
    def __init__(self, name, age):
        super().__init__(name)
        self.age = age

    def sound(self):
        return super().sound() + "!" * self.age

    def speak(self):
        return "(" + super().speak() + ")"


class Cat(Animal):
    def __init__(self, name="Tom"):
        super(Cat, self).__init__(name)

    def sound(self):
        return "Meow"

    def __str__(self):
        return "cat " + self.name


class Empty(object):
    pass


animals = [Animal("Generic"), Dog("Rex"), Puppy("Bit", 2), Cat()]
for animal in animals:
    print(animal, animal.speak(), animal.kind, type(animal).__name__, animal.__class__.__name__)
print(animals)
print(Animal.count, Dog.count, Puppy.count)
Dog.count = 10
Animal.count = 7
print(Animal.count, Dog.count, Puppy.count, Cat.count, animals[2].count)
animals[2].count = 1
print(animals[2].count, Puppy.count)
del animals[2].count
print(animals[2].count)

for animal in animals:
    print([isinstance(animal, kind) for kind in (Animal, Dog, Puppy, Cat, object, int)])
print(isinstance(animals[1], (Cat, Dog)), isinstance(animals[1], (Cat, (int, Puppy))))
print(issubclass(Puppy, Animal), issubclass(Animal, Puppy), issubclass(Dog, (Cat, Animal)))
print(issubclass(Dog, object), issubclass(Dog, Dog), issubclass(bool, int), issubclass(int, bool))
print(issubclass(KeyError, LookupError), isinstance(True, int), isinstance(3, object))
print(type(animals[2]) is Puppy, type(animals[2]) == Dog, animals[1].__class__ is Dog)
print(Dog, Puppy.__name__, type(Dog), type(object()))


class Base:
    def template(self):
        return [self.first(), self.second()]

    def first(self):
        return "base first"

    def second(self):
        return "base second"


class Middle(Base):
    def first(self):
        return "middle > " + super().first()


class Leaf(Middle):
    def first(self):
        return "leaf > " + super().first()

    def second(self):
        return Base.second(self).upper()


print(Leaf().template(), Middle().template(), Base().template())
print(Base.first(Leaf()), Middle.first(Leaf()))
method = Leaf().first
print(method())


class Plain(Empty):
    def __init__(self):
        super().__init__()
        self.value = 1

    def __str__(self):
        return "<" + super().__str__()[:25] + ">"


print(Plain().value, str(Plain()))

try:
    Dog()
except TypeError as error:
    print(error)
try:
    Puppy("x")
except TypeError as error:
    print(error)
try:
    Empty(1)
except TypeError as error:
    print(error)
try:
    Plain().missing
except AttributeError as error:
    print(error)
try:
    Puppy.missing
except AttributeError as error:
    print(error)


class Broken(Animal):
    def sound(self):
        return super().noise()


try:
    Broken("b").sound()
except AttributeError as error:
    print(error)
try:
    isinstance(1, "int")
except TypeError as error:
    print(error)
try:
    issubclass(1, int)
except TypeError as error:
    print(error)
try:
    issubclass(int, 1)
except TypeError as error:
    print(error)
try:
    super(Cat, Dog("d"))
except TypeError as error:
    print(error)
try:
    super(Empty, Plain()).__init__(1)
except TypeError as error:
    print(error)

SENTINEL = object()
print(SENTINEL is SENTINEL, SENTINEL == object(), repr(SENTINEL)[:18])


class Node:
    def __init__(self, value, after=None):
        self.value = value
        self.after = after


class Stack:
    node_class = Node

    def __init__(self):
        self.head = None
        self.size = 0

    def push(self, value):
        self.head = self.node_class(value, self.head)
        self.size += 1

    def pop(self):
        node = self.head
        self.head = node.after
        self.size -= 1
        return node.value


class CountingStack(Stack):
    def __init__(self):
        super().__init__()
        self.pushed = 0

    def push(self, value):
        self.pushed += 1
        super().push(value)


stack = CountingStack()
for value in range(5):
    stack.push(value)
print(stack.pop(), stack.pop(), stack.size, stack.pushed)
