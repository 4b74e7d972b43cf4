import time
async def test_it(rig):
    for _ in range(4):
        t=time.monotonic(); await rig.start(); print("start",time.monotonic()-t)
        t=time.monotonic(); await rig.kill(); print("kill",time.monotonic()-t)
    await rig.start()
    print(rig.log)
