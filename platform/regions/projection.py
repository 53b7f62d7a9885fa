"""Equal Earth (Šavrič, Patterson, Jenny 2018): a world map on which areas keep their size."""

from math import asin, cos, radians, sin, sqrt

A1, A2, A3, A4 = 1.340264, -0.081106, 0.000893, 0.003796
M = sqrt(3) / 2

# The picture: so many units from the antimeridian to itself, from 84° north to 57° south.
WIDTH = 2000
NORTH, SOUTH = 84, -57


def equal_earth(latitude, longitude):
    """(x, y) on a globe of radius 1; y grows to the north."""
    angle = asin(M * sin(radians(latitude)))
    square, sixth = angle**2, angle**6
    x = radians(longitude) * cos(angle) / (M * (A1 + 3 * A2 * square + sixth * (7 * A3 + 9 * A4 * square)))
    y = angle * (A1 + A2 * square + sixth * (A3 + A4 * square))
    return x, y


SCALE = WIDTH / 2 / equal_earth(0, 180)[0]
TOP = equal_earth(NORTH, 0)[1]
HEIGHT = round((TOP - equal_earth(SOUTH, 0)[1]) * SCALE)


def in_picture(latitude, longitude):
    """(x, y) in the picture; y grows downwards."""
    x, y = equal_earth(latitude, longitude)
    return WIDTH / 2 + x * SCALE, (TOP - y) * SCALE
