import threading

class Settings:
    def __init__(self):
        self.limit = 0


settings = None
lock = threading.Lock()


def use():
    global settings
    if settings is None:
        with lock:
            if settings is None:
                fresh = Settings()
                fresh.limit = 10
                settings = fresh
    print(settings.limit)


a = threading.Thread(target=use)
b = threading.Thread(target=use)
a.start()
b.start()
a.join()
b.join()
