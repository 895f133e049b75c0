import concurrent.futures
from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, wait

with ThreadPoolExecutor(max_workers=2) as pool:
    futures = [pool.submit(pow, 2, n) for n in range(3)]
    result = wait(futures)
    print(len(result.done), result.not_done, len(result), result.done == set(futures), result._fields)
    done, pending = concurrent.futures.wait(futures, return_when=FIRST_COMPLETED)
    print(pending, sorted(f.result() for f in done))
    print(type(result).__name__, type(result), isinstance(result, tuple))
    empty = wait([])
    print(empty, empty.done, empty[1])
