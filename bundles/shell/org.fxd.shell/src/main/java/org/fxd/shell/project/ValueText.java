package org.fxd.shell.project;

import java.math.BigDecimal;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.Nodes;
import org.fxd.graph.api.Value;
import org.fxd.graph.api.error.UsageException;
import org.fxd.shell.print.Amounts;

/**
 * A value as it is typed and shown.
 *
 * @param value the value
 */
public record ValueText(Value value) {
  /** What the types are called. */
  public static final List<String> TYPES =
      List.of("text", "number", "bool", "null", "none", "json", "bytes", "ref");

  private static final int BRIEF = 60;
  private static final int PLAIN = 40;

  /** Which node a word means, for values that refer to one. */
  public interface References {
    /** The node's id. */
    NodeId id(String typed);
  }

  /**
   * Reads what was typed.
   *
   * @param type one of {@link #TYPES}
   * @param typed the value
   * @throws UsageException if it is none of that type
   */
  public static Value parse(String type, String typed, Nodes nodes, References references) {
    return switch (type) {
      case "text" -> Value.of(typed);
      case "number" -> number(typed);
      case "bool" -> bool(typed);
      case "null" -> Value.NULL;
      case "none" -> Value.NONE;
      case "json" -> nodes.json(typed);
      case "bytes" -> bytes(typed);
      case "ref" -> new Value.Reference(references.id(typed));
      default ->
          throw new UsageException(
              "There is no type '" + type + "'", "--type is one of " + String.join(", ", TYPES));
    };
  }

  /** Whether values of a type need something typed. */
  public static boolean isBare(String type) {
    return type.equals("null") || type.equals("none");
  }

  private static Value number(String typed) {
    try {
      BigDecimal number = new BigDecimal(typed.strip());
      if (Math.abs((long) number.scale()) > 10_000) {
        throw new UsageException("'" + typed + "' has too many digits");
      }
      return new Value.Number(number);
    } catch (NumberFormatException e) {
      throw new UsageException(
          "'" + typed + "' is not a number", "such as 42, -1.5 or 6e23; --type text keeps texts");
    }
  }

  private static Value bool(String typed) {
    return switch (typed.strip().toLowerCase(Locale.ROOT)) {
      case "true" -> Value.of(true);
      case "false" -> Value.of(false);
      default -> throw new UsageException("'" + typed + "' is neither true nor false");
    };
  }

  private static Value bytes(String typed) {
    try {
      return Value.of(HexFormat.of().parseHex(typed.strip()));
    } catch (IllegalArgumentException e) {
      throw new UsageException(
          "'" + typed + "' is not a run of bytes", "two hexadecimal digits each: 00ff7f");
    }
  }

  /** What its type is called. */
  public String type() {
    if (value instanceof Value.None) {
      return "none";
    } else if (value instanceof Value.Null) {
      return "null";
    } else if (value instanceof Value.Text) {
      return "text";
    } else if (value instanceof Value.Number) {
      return "number";
    } else if (value instanceof Value.Bool) {
      return "bool";
    } else if (value instanceof Value.Bytes) {
      return "bytes";
    } else if (value instanceof Value.Json) {
      return "json";
    } else if (value instanceof Value.Reference) {
      return "ref";
    }
    return value instanceof Value.Link ? "link" : "blob";
  }

  /** For a program: in JSON as what it is, bytes, references and hashes as digits. */
  public Object data() {
    if (value instanceof Value.None || value instanceof Value.Null) {
      return null;
    } else if (value instanceof Value.Number number) {
      BigDecimal plain = number.number();
      return plain.scale() < 0 && plain.scale() > -PLAIN ? plain.setScale(0) : plain;
    } else if (value instanceof Value.Bool bool) {
      return bool.bool();
    }
    return value instanceof Value.Json ? value : value.toString();
  }

  /** For a cell of a table: cut. */
  public String brief() {
    if (value instanceof Value.OfBlob blob) {
      return Amounts.bytes(blob.blob().size());
    }
    String text = value.toString();
    int end = Math.min(text.length(), BRIEF);
    if (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    return end == text.length() ? text : text.substring(0, end) + "…";
  }
}
