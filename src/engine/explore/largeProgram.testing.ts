/** Seven threads of many steps on different data: more interleavings than any machine sees in the time of a test. */
export const LARGE_PROGRAM = `import threading
n = [0] * 7

def work(i):
    for _ in range(40):
        n[i] += 1
        n[(i + 1) % 7] += 1

for i in range(7):
    threading.Thread(target=work, args=(i,)).start()
`
