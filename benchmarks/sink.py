"""A mail relay that accepts everything at once and keeps nothing: python benchmarks/sink.py PORT"""

import asyncio
import sys


async def accept(reader, writer):
    """One connection, as much of SMTP as smtplib speaks."""
    writer.write(b"220 sink\r\n")
    while line := await reader.readline():
        word = line[:4].upper()
        if word == b"DATA":
            writer.write(b"354 go on\r\n")
            await reader.readuntil(b"\r\n.\r\n")
            writer.write(b"250 accepted\r\n")
        elif word == b"QUIT":
            writer.write(b"221 bye\r\n")
            break
        else:
            writer.write(b"250 sink\r\n")
        await writer.drain()
    writer.close()


async def main(port):
    server = await asyncio.start_server(accept, "127.0.0.1", port, limit=2**20)
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1])))
