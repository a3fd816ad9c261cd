// Only the URL parser's legacy encodings would need it, and no API of ours parses with one.
