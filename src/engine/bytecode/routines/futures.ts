/** Routines of `concurrent.futures`: what CPython's own Python source does. */
export const FUTURES_ROUTINES = {
  module: 'concurrent.futures',
  names: [
    ...(['poolWork', 'poolMap', 'poolResults', 'poolStop', 'poolsEnd'] as const),
    ...(['raise', 'futureDone', 'asCompleted', 'waitFutures'] as const),
  ],
  source: `
def routine_poolWork(pool, initializer, initargs):
    if initializer is not None:
        try:
            initializer(*initargs)
        except BaseException:
            for future, error in pool._broke():
                future.set_exception(error)
            return
    work = pool._take()
    while work is not None:
        future, function, args, kwargs, waiters = work
        if waiters is not None:
            for waiter in waiters:
                waiter.put(future)
        else:
            try:
                if kwargs is None:
                    result = function(*args)
                else:
                    result = function(*args, **kwargs)
            except BaseException as error:
                future.set_exception(error)
            else:
                future.set_result(result)
                result = None
        future = function = args = kwargs = work = None
        work = pool._next()

def routine_poolMap(pool, function, iterables, timeout):
    end = None
    if timeout is not None:
        end = _now() + timeout
    futures = []
    for args in zip(*iterables):
        futures.append(pool.submit(function, *args))
    return _begin("poolResults", futures, end)

def routine_poolResults(futures, end):
    futures.reverse()
    while futures:
        future = futures.pop()
        try:
            if end is None:
                result = future.result()
            else:
                result = future.result(end - _now())
        except BaseException:
            future.cancel()
            for future in futures:
                future.cancel()
            raise
        future = None
        _yield(result)

def routine_poolStop(threads, futures):
    for future in futures:
        future.cancel()
    for thread in threads:
        thread.join()

def routine_poolsEnd(pools):
    for pool in pools:
        pool._exit()

def routine_raise(error):
    raise error

def routine_futureDone(future, waiters, callbacks, answer):
    for waiter in waiters:
        waiter.put(future)
    for callback in callbacks:
        try:
            callback(future)
        except Exception:
            pass
    return answer

def routine_asCompleted(futures, timeout, empty):
    finished = _simpleQueue()
    end = None
    if timeout is not None:
        end = _now() + timeout
    pending = set(futures)
    total = len(pending)
    left = total
    for future in pending:
        if future._attach(finished):
            finished.put(future)
    while left > 0:
        try:
            if end is None:
                future = finished.get()
            else:
                future = finished.get(True, max(0, end - _now()))
        except empty:
            for future in pending:
                future._detach(finished)
            raise TimeoutError("%d (of %d) futures unfinished" % (left, total))
        left -= 1
        _yield(future)

def routine_waitFutures(futures, timeout, mode, empty):
    finished = _simpleQueue()
    end = None
    if timeout is not None:
        end = _now() + timeout
    pending = set(futures)
    done = set()
    for future in pending:
        if future._attach(finished):
            finished.put(future)
    try:
        while len(done) < len(pending):
            if end is None:
                future = finished.get()
            else:
                future = finished.get(True, max(0, end - _now()))
            done.add(future)
            if mode == "FIRST_COMPLETED":
                break
            if mode == "FIRST_EXCEPTION" and not future.cancelled() and future.exception() is not None:
                break
        while True:
            done.add(finished.get_nowait())
    except empty:
        pass
    pending = pending - done
    for future in pending:
        future._detach(finished)
    return _doneAndNotDone(done, pending)
`,
} as const
