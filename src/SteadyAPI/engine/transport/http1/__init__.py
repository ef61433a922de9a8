"""HTTP/1.1 on a socket (RFC 9112): limits in time, and responses that are read strictly."""
