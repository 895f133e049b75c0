import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/**
 * How long findDeadlockedThreads takes once the deadlock exists: the best that a program which asks can do.
 * Argument: number of threads. Prints `p50 p99` in microseconds.
 */
public final class DeadlockDetection {
  private static final int ROUNDS = 2000;

  public static void main(String[] arguments) throws Exception {
    ThreadMXBean bean = ManagementFactory.getThreadMXBean();
    int threads = Integer.parseInt(arguments[0]);
    ring(threads);
    while (count(bean) < threads) LockSupport.parkNanos(1_000_000);
    double[] micros = new double[ROUNDS];
    for (int round = -ROUNDS; round < ROUNDS; round++) {
      long start = System.nanoTime();
      long[] found = bean.findDeadlockedThreads();
      long end = System.nanoTime();
      if (found == null) throw new IllegalStateException("no deadlock");
      if (round >= 0) micros[round] = (end - start) / 1000.0;
    }
    Arrays.sort(micros);
    System.out.println(micros[ROUNDS / 2] + " " + micros[ROUNDS * 99 / 100]);
    // The threads of the ring cannot be freed.
    Runtime.getRuntime().halt(0);
  }

  private static int count(ThreadMXBean bean) {
    long[] found = bean.findDeadlockedThreads();
    return found == null ? 0 : found.length;
  }

  private static void ring(int threads) {
    ReentrantLock[] locks = new ReentrantLock[threads];
    for (int i = 0; i < threads; i++) locks[i] = new ReentrantLock();
    CyclicBarrier barrier = new CyclicBarrier(threads);
    for (int i = 0; i < threads; i++) {
      int self = i;
      Thread thread = new Thread(() -> {
        locks[self].lock();
        try {
          barrier.await();
        } catch (Exception e) {
          throw new IllegalStateException(e);
        }
        locks[(self + 1) % threads].lock();
      });
      thread.setDaemon(true);
      thread.start();
    }
  }
}
