package org.fxd.store.v1.json;

import java.util.BitSet;
import java.util.HexFormat;

/**
 * Whether a text is JSON (RFC 8259), nested as deeply as it may be: a stack of bits says what is
 * open, so nothing recurses.
 */
public final class JsonCheck {
  private final String document;
  private final BitSet objects = new BitSet();
  private int depth;
  private int at;

  private JsonCheck(String document) {
    this.document = document;
  }

  /** Whether a text is one JSON document. */
  public static boolean isSound(String document) {
    return new JsonCheck(document).document();
  }

  private boolean document() {
    boolean wantsValue = true;
    while (true) {
      skipSpace();
      if (wantsValue) {
        char c = here();
        if (c == '{' || c == '[') {
          open(c);
          if (closes()) {
            wantsValue = false;
          } else if (objects.get(depth) && !name()) {
            return false;
          }
        } else if (scalar(c)) {
          wantsValue = false;
        } else {
          return false;
        }
      } else if (depth == 0) {
        return at == document.length();
      } else if (here() == ',') {
        at++;
        if (objects.get(depth) && !name()) {
          return false;
        }
        wantsValue = true;
      } else if (!closes()) {
        return false;
      }
    }
  }

  private void open(char bracket) {
    at++;
    objects.set(++depth, bracket == '{');
    skipSpace();
  }

  /** Goes over the bracket that closes what is open, if it stands here. */
  private boolean closes() {
    if (here() != (objects.get(depth) ? '}' : ']')) {
      return false;
    }
    at++;
    depth--;
    return true;
  }

  /** Goes over a member's name and its colon. */
  private boolean name() {
    skipSpace();
    if (here() != '"' || !string()) {
      return false;
    }
    skipSpace();
    return here() == ':' && ++at > 0;
  }

  private boolean scalar(char c) {
    return switch (c) {
      case '"' -> string();
      case 't' -> word("true");
      case 'f' -> word("false");
      case 'n' -> word("null");
      default -> number();
    };
  }

  private boolean word(String word) {
    boolean there = document.startsWith(word, at);
    at += word.length();
    return there;
  }

  private boolean string() {
    at++;
    while (at < document.length()) {
      char c = document.charAt(at++);
      if (c == '"') {
        return true;
      }
      if (c < ' ' || c == '\\' && !escape()) {
        return false;
      }
    }
    return false;
  }

  private boolean escape() {
    char c = here();
    at++;
    if (c != 'u') {
      return c != 0 && "\"\\/bfnrt".indexOf(c) >= 0;
    }
    for (int end = at + 4; at < end; at++) {
      if (!HexFormat.isHexDigit(here())) {
        return false;
      }
    }
    return true;
  }

  private boolean number() {
    if (here() == '-') {
      at++;
    }
    boolean zero = here() == '0';
    int whole = digits();
    if (whole == 0 || zero && whole > 1) {
      return false;
    }
    if (here() == '.') {
      at++;
      if (digits() == 0) {
        return false;
      }
    }
    if (here() == 'e' || here() == 'E') {
      at++;
      if (here() == '+' || here() == '-') {
        at++;
      }
      return digits() > 0;
    }
    return true;
  }

  private int digits() {
    int start = at;
    while (here() >= '0' && here() <= '9') {
      at++;
    }
    return at - start;
  }

  /** The character here; NUL, which is never allowed, behind the end. */
  private char here() {
    return at < document.length() ? document.charAt(at) : 0;
  }

  private void skipSpace() {
    while (at < document.length() && " \t\r\n".indexOf(document.charAt(at)) >= 0) {
      at++;
    }
  }
}
