// Host names are nearly always plain ASCII: only the others need the mapping tables, a script of its own.
export function toASCII(domain, options) {
  const plain = !options.checkHyphens && /^[\x00-\x7f]*$/u.test(domain) && !/(^|\.)xn--/iu.test(domain);
  return plain ? domain.toLowerCase() : platform.use("idna").toASCII(domain, options);
}

export function toUnicode(domain, options) {
  return platform.use("idna").toUnicode(domain, options);
}
