"""The objects of both experiments, made once and always the same."""
import os
import random
import subprocess

CLIPS, CLIP_SECONDS = 35, (20, 60)
BASE_SECONDS = 100

IMAGES = 80
# Shares and megabytes of the original's collection; here each image is a tenth as large.
CLASSES = ((0.50, 1, 10), (0.19, 10, 20), (0.19, 20, 50), (0.06, 50, 100), (0.06, 100, 300))
SCALE = 10
MEGABYTE, BYTES_A_PIXEL = 1_000_000, 3


def run(*command):
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def clips(folder):
    """AVI clips of one film, between 20 and 60 seconds long."""
    if finished(folder):
        return
    base = os.path.join(folder, "base")
    run("ffmpeg", "-v", "error", "-y", "-f", "lavfi", "-i",
        "mandelbrot=size=640x480:rate=25:end_scale=0.001:end_pts=%d" % (25 * BASE_SECONDS),
        "-t", str(BASE_SECONDS), "-c:v", "mpeg4", "-q:v", "14", "-g", "25", "-f", "avi", base)
    chance = random.Random(35)
    for number in range(CLIPS):
        seconds = chance.randint(*CLIP_SECONDS)
        begin = chance.randint(0, BASE_SECONDS - seconds)
        run("ffmpeg", "-v", "error", "-y", "-ss", str(begin), "-i", base, "-t", str(seconds),
            "-c", "copy", os.path.join(folder, "clip%02d.avi" % number))
    os.remove(base)
    finish(folder)


def images(folder):
    """TIFF images in the size distribution of the original, in an order by chance."""
    if finished(folder):
        return
    chance = random.Random(80)
    sizes = []
    for share, least, most in CLASSES:
        sizes += [chance.uniform(least, most) for _ in range(round(share * IMAGES))]
    chance.shuffle(sizes)
    for number, megabytes in enumerate(sizes):
        pixels = megabytes * MEGABYTE / SCALE / BYTES_A_PIXEL
        width = round((pixels * 4 / 3) ** 0.5)
        run("convert", "-seed", str(number), "-size", "%dx%d" % (width, width * 3 / 4),
            "plasma:fractal", "-depth", "8", "-compress", "none",
            os.path.join(folder, "image%02d.tiff" % number))
    finish(folder)


def finished(folder):
    os.makedirs(folder, exist_ok=True)
    return os.path.exists(folder + ".finished")


def finish(folder):
    open(folder + ".finished", "w", encoding="ascii").close()
