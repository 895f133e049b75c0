# OSError becomes the class of its number; the rest of the built-in exceptions
for number in (1, 2, 3, 4, 5, 10, 11, 13, 17, 20, 21, 32, 103, 104, 108, 110, 111, 114, 115):
    error = OSError(number, "what")
    print(repr(error), error, type(error), error.errno, error.strerror)
print(repr(OSError('a')), repr(FileNotFoundError(13, 'x')), FileNotFoundError('x'), repr(TimeoutError(2, 'a')))
for kind in (ConnectionError, BrokenPipeError, EOFError, BufferError, FloatingPointError, GeneratorExit, StopAsyncIteration, ReferenceError, SystemError, UnicodeError):
    print(kind, repr(kind('x')), issubclass(kind, OSError), issubclass(kind, Exception))
try:
    raise ConnectionResetError(104, 'reset')
except BrokenPipeError: print('no')
except ConnectionError as e: print('yes', e)
try:
    raise OSError(2, 'gone')
except FileNotFoundError as e: print('found', e)
class MyError(OSError): pass
print(repr(MyError(2, 'x')), MyError(2, 'x'), MyError('a'))
class Lost(ConnectionError):
    pass
try: raise Lost('a')
except OSError as e: print(repr(e))
