classes = [ValueError, KeyError, IndexError, TypeError, ZeroDivisionError, OverflowError, RuntimeError]
classes += [NotImplementedError, AttributeError, NameError, AssertionError, StopIteration, OSError, TimeoutError]
for kind in classes:
    try:
        raise kind("m")
    except LookupError as error:
        print("lookup", error)
    except ArithmeticError as error:
        print("arithmetic", error)
    except RuntimeError as error:
        print("runtime", error)
    except (NameError, AttributeError, AssertionError) as error:
        print("names", error)
    except Exception as error:
        print("exception", error)
try:
    raise KeyboardInterrupt
except Exception:
    print("never")
except BaseException:
    print("base")
try:
    raise SystemExit(3)
except BaseException as error:
    print(isinstance(error, Exception), isinstance(error, SystemExit))
try:
    [].nothing
except:
    print("bare")
kinds = (KeyError, ValueError)
try:
    raise ValueError("in tuple variable")
except kinds as error:
    print(error)
