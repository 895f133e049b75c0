from concurrent.futures import ThreadPoolExecutor


def risky(n):
    if n == 2:
        raise ValueError(f"no {n}")
    return n


with ThreadPoolExecutor(max_workers=1) as pool:
    futures = [pool.submit(risky, n) for n in range(3)]
print([f.result() for f in futures[:2]])
print(futures[2].result())
