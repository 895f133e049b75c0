# Everything that Thread may be given.
import threading


def show(*args, **kwargs):
    print(args, kwargs)


def attempt(call):
    try:
        print(call())
    except (TypeError, AssertionError) as error:
        print(type(error).__name__, error)


whole = threading.Thread(group=None, target=show, name="N", args=(1,), kwargs={"a": 2}, daemon=True)
print(whole.name, whole.daemon)
whole.start()
whole.join()
short = threading.Thread(None, show, "M", [3, 4], {"b": 5})
print(short.name, short.daemon)
short.start()
short.join()
nothing = threading.Thread(None, None, None, (), None)
nothing.start()
nothing.join()
attempt(lambda: threading.Thread(1))
attempt(lambda: threading.Thread(group="g"))
attempt(lambda: threading.Thread(None, show, "M", (), {}, True))
attempt(lambda: threading.Thread(None, show, "M", (), {}, True, 1))
attempt(lambda: threading.Thread(show, target=show))
attempt(lambda: threading.Thread(None, show, target=show))
attempt(lambda: threading.Thread(tarjet=show))
