"""A tiny mail server on loopback: it takes letters, or answers what a test wants it to."""

import asyncio
import base64
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy


@dataclass
class MailServer:
    """`answers`: what to say to a command instead, by its first word, each once; "" hangs up. `logins`: as they came."""

    port: int = 0
    letters: list = field(default_factory=list)
    logins: list = field(default_factory=list)
    answers: dict = field(default_factory=dict)
    spoken: list = field(default_factory=list)

    async def _talk(self, reader, writer):
        await _say(writer, "220 test")
        while line := await reader.readline():
            command = line.decode().strip()
            word = command.partition(" ")[0].upper()
            self.spoken.append(word)
            if not await self._answer(word, command, reader, writer):
                break
        writer.close()

    async def _answer(self, word, command, reader, writer):
        if self.answers.get(word):
            said = self.answers[word].pop(0)
            if word == "DATA" and said == "":
                await self._read_letter(reader, writer)
            await _say(writer, said)
            return bool(said)
        match word:
            case "EHLO":
                await _say(writer, "250-test\r\n250 AUTH PLAIN")
            case "AUTH":
                self.logins.append(base64.b64decode(command.split()[2]).decode().split("\0")[1:])
                await _say(writer, "235 welcome")
            case "DATA":
                await self._read_letter(reader, writer)
                await _say(writer, "250 taken")
            case _:
                await _say(writer, "221 bye" if word == "QUIT" else "250 fine")
        return word != "QUIT"

    async def _read_letter(self, reader, writer):
        await _say(writer, "354 go on")
        raw = await reader.readuntil(b"\r\n.\r\n")
        self.letters.append(message_from_bytes(raw[:-5], policy=policy.default))


async def _say(writer, words):
    if words:
        writer.write(f"{words}\r\n".encode())
        await writer.drain()


@asynccontextmanager
async def mail_server():
    """The server; its `port` goes into the settings."""
    mail = MailServer()
    server = await asyncio.start_server(mail._talk, "127.0.0.1", 0)
    mail.port = server.sockets[0].getsockname()[1]
    async with server:
        yield mail
