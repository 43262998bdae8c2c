package org.fxd.store.v1.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The parts of arrays and objects, each as it stands in the document. */
public final class JsonParts {
  /**
   * A member of an object.
   *
   * @param name its name, read
   * @param value its value, as it stands there
   */
  public record Member(String name, String value) {}

  private final String document;
  private int at;

  private JsonParts(String document) {
    this.document = document;
  }

  /**
   * The members of an object, in order.
   *
   * @param document sound JSON
   * @return empty if it is no object
   */
  public static Optional<List<Member>> members(String document) {
    JsonParts parts = new JsonParts(document);
    if (parts.next() != '{') {
      return Optional.empty();
    }
    List<Member> members = new ArrayList<>();
    parts.at++;
    while (parts.next() != '}') {
      Optional<String> name = JsonString.read(parts.value());
      parts.next();
      parts.at++; // the colon
      String value = parts.value();
      if (name.isEmpty()) {
        return Optional.empty();
      }
      members.add(new Member(name.get(), value));
      if (parts.next() == ',') {
        parts.at++;
      }
    }
    return Optional.of(members);
  }

  /**
   * The elements of an array, in order.
   *
   * @param document sound JSON
   * @return empty if it is no array
   */
  public static Optional<List<String>> elements(String document) {
    JsonParts parts = new JsonParts(document);
    if (parts.next() != '[') {
      return Optional.empty();
    }
    List<String> elements = new ArrayList<>();
    parts.at++;
    while (parts.next() != ']') {
      elements.add(parts.value());
      if (parts.next() == ',') {
        parts.at++;
      }
    }
    return Optional.of(elements);
  }

  /** The next character that is no white space; where the document ends, one that ends all. */
  private char next() {
    while (at < document.length() && " \t\r\n".indexOf(document.charAt(at)) >= 0) {
      at++;
    }
    if (at == document.length()) {
      throw new IllegalArgumentException("Not sound JSON: it ends too early");
    }
    return document.charAt(at);
  }

  /** The value that stands next. Counts brackets, and heeds them outside of strings only. */
  private String value() {
    next();
    int start = at;
    int depth = 0;
    do {
      char c = document.charAt(at);
      if (c == '"') {
        skipString();
      } else if (c == '{' || c == '[') {
        depth++;
        at++;
      } else if (c == '}' || c == ']') {
        depth--;
        at++;
      } else if (depth > 0 || ",: \t\r\n".indexOf(c) >= 0) {
        at++;
      } else {
        skipScalar();
      }
    } while (depth > 0 && at < document.length());
    return document.substring(start, at);
  }

  private void skipString() {
    at++;
    while (document.charAt(at) != '"') {
      at += document.charAt(at) == '\\' ? 2 : 1;
    }
    at++;
  }

  private void skipScalar() {
    while (at < document.length() && ",]} \t\r\n".indexOf(document.charAt(at)) < 0) {
      at++;
    }
  }
}
