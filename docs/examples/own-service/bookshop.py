"""A bookshop as a service of one file. It listens on a free port of this machine, and prints its address."""

import json
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import count
from typing import Any

BOOKS = {
    1: {"id": 1, "title": "Emma", "author": "Jane Austen", "year": 1815},
    2: {"id": 2, "title": "Middlemarch", "author": "George Eliot", "year": 1871},
}
NUMBERS = count(3)


class Bookshop(BaseHTTPRequestHandler):
    """`/books` lists books and takes new ones; `/books/1` is one of them."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Shows all books, or one."""
        if self.path == "/books":
            self._reply(200, list(BOOKS.values()))
        elif book := BOOKS.get(self._number()):
            self._reply(200, book)
        else:
            self._reply(404, {"detail": "there is no such book"})

    def do_POST(self) -> None:
        """Adds a book; it needs a title."""
        book = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        if not book.get("title"):
            self._reply(422, {"detail": "a book needs a title"})
            return
        number = next(NUMBERS)
        BOOKS[number] = {"id": number, "author": "unknown", "year": 2026, **book}
        self._reply(201, BOOKS[number])

    def do_DELETE(self) -> None:
        """Takes a book away."""
        known = BOOKS.pop(self._number(), None)
        self._reply(*((200, known) if known else (404, {"detail": "there is no such book"})))

    def _number(self) -> int:
        last = self.path.removeprefix("/books/")
        return int(last) if last.isdigit() else 0

    def _reply(self, status: int, content: Any) -> None:
        body = json.dumps(content).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


if __name__ == "__main__":
    server = ThreadingHTTPServer(("127.0.0.1", 0), Bookshop)
    print(f"http://127.0.0.1:{server.server_port}", flush=True)
    server.serve_forever()
