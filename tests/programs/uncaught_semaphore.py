from threading import BoundedSemaphore

gate = BoundedSemaphore(2)
with gate, gate:
    print("both")
gate.release()
