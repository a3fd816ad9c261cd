import { toASCII as mapToAscii } from "tr46";

/** https://url.spec.whatwg.org/#concept-domain-to-ascii, not strict; null when the name cannot be. */
export function toASCII(domain) {
  return mapToAscii(domain, {
    checkHyphens: false,
    checkBidi: true,
    checkJoiners: true,
    useSTD3ASCIIRules: false,
    transitionalProcessing: false,
    verifyDNSLength: false,
    ignoreInvalidPunycode: false,
  });
}
