from concurrent.futures import CancelledError, ThreadPoolExecutor, TimeoutError, as_completed
import concurrent.futures


def attempt(function, *args, **options):
    try:
        print(function(*args, **options))
    except BaseException as error:
        print(type(error).__name__, error)


def divide(a, b=1):
    return a / b


pool = ThreadPoolExecutor(max_workers=1)
good = pool.submit(divide, 6, b=3)
bad = pool.submit(divide, 1, 0)
print(good.result(), good.done(), good.cancelled(), good.running(), good.exception())
print(repr(bad.exception()), type(bad.exception()).__name__, bad.done())
attempt(bad.result)
attempt(good.cancel)
print(list(pool.map(divide, [2, 4, 6], [1, 2, 3])), list(pool.map(abs, (-1, -2))))
results = pool.map(divide, [1, 2, 3], [1, 0, 3])
print(next(results))
attempt(next, results)
calls = []
done = pool.submit(len, "abc")
done.add_done_callback(lambda f: calls.append(f.result()))
done.result()
done.add_done_callback(lambda f: calls.append("again"))
pool.shutdown()
print(calls)
attempt(pool.submit, len, "x")
with ThreadPoolExecutor(2, thread_name_prefix="worker") as two:
    futures = {two.submit(pow, n, 2): n for n in range(5)}
    print(sorted((futures[f], f.result()) for f in as_completed(futures)))
attempt(two.submit, len, "x")
attempt(ThreadPoolExecutor, 0)
attempt(ThreadPoolExecutor, max_workers=-1)
with concurrent.futures.ThreadPoolExecutor() as pool:
    print(pool.submit(lambda *args, **options: (args, options), 1, two=2).result())
    words = pool.map(str.upper, ["a", "b"])
print(list(words), issubclass(CancelledError, Exception), TimeoutError is concurrent.futures.TimeoutError)
